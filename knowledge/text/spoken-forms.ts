/**
 * More spoken forms -> the standard word or words they stand for: a subject glued in front ("kzie") or a small word glued
 * behind ("magda"), heavy dialect, tools and clothes as a site calls them. `form=word`, a space within words as `_`.
 */
const TABLE = `
ee=heeft eb=heb ebbe=hebben ebde=heb_je edde=heb_je emmen=hebben khebt=ik_heb hebber=heb_er
benk=ben_ik bennek=ben_ik benek=ben_ik zenk=ben_ik hebbem=heb_hem khebbem=ik_heb_hem
kzie=ik_zie kzal=ik_zal kdoe=ik_doe kdenk=ik_denk kpeis=ik_denk kkan=ik_kan kmag=ik_mag kkrijg=ik_krijg khoor=ik_hoor
kvraag=ik_vraag ksta=ik_sta kzoek=ik_zoek kwou=ik_wou kwas=ik_was kgeef=ik_geef kwist=ik_wist kmoest=ik_moest kkom=ik_kom
kmaak=ik_maak kwerk=ik_werk klaat=ik_laat kneem=ik_neem kbel=ik_bel kbetaal=ik_betaal kstuur=ik_stuur kweette=ik_weet
tkan=het_kan tmag=het_mag tgaat=het_gaat tmoet=het_moet tregent=het_regent tregende=het_regende tvriest=het_vriest
tsneeuwt=het_sneeuwt tstormt=het_stormt twaait=het_waait tgiet=het_giet tweer=het_weer twerk=het_werk tes=het_is
tzijn=het_zijn tzal=het_zal twordt=het_wordt tkomt=het_komt tlukt=het_lukt tloopt=het_loopt tduurt=het_duurt
magda=mag_dat magdat=mag_dat kanda=kan_dat kandat=kan_dat moetda=moet_dat moetdat=moet_dat isdat=is_dat gaatda=gaat_dat
wilda=wil_dat doeda=doe_dat hebda=heb_dat zouda=zou_dat mogda=mag_dat wada=wat_dat
magtem=mag_hij kantem=kan_hij moettem=moet_hij moettie=moet_hij magtie=mag_hij kantie=kan_hij isie=is_hij istie=is_hij
kannie=kan_niet magnie=mag_niet moenie=moet_niet wilnie=wil_niet isnie=is_niet gaatnie=gaat_niet doetnie=doet_niet
komtnie=komt_niet werktnie=werkt_niet tisnie=het_is_niet
denkte=denk_je denkde=denk_je peisde=denk_je peinsde=denk_je weette=weet_je kentge=ken_je waster=was_er ister=is_er
zieder=zie_je_er doeder=doe_je_er kunder=kun_je_er
oep=op oept=op_het oepet=op_het vur=voor vurt=voor_het veurt=voor_het mit=met zene=zijn zenen=zijn menne=mijn
mennen=mijn junder=jullie gunder=jullie zunder=zij nunder=hun zoe=zo azoe=zo azoo=zo zoo=zo noit=nooit
dikkels=dikwijls dikwels=dikwijls effekes=even evkes=even just=juist juust=juist
moandag=maandag maondag=maandag dijnsdag=dinsdag weunsdag=woensdag dunderdag=donderdag dondredag=donderdag
zoaterdag=zaterdag zoterdag=zaterdag zaterdg=zaterdag zundag=zondag zoendag=zondag
aug=augustus sept=september okt=oktober nov=november febr=februari weke=week joare=jaar moand=maand moanden=maanden zommer=zomer zoemer=zomer wienter=winter
woagen=wagen woage=wagen camjon=camion kamion=camion camjonet=camionette kamionet=camionette camionet=camionette
kamjonet=camionette remork=aanhangwagen traktor=tractor tracteur=tractor trakteur=tractor velo=fiets velootje=fiets
mobylette=brommer mobilette=brommer brommerke=brommer
kettingzage=kettingzaag ketenzaag=kettingzaag kettingzoag=kettingzaag motorzage=motorzaag aagschaar=haagschaar
haagschere=haagschaar haagscheer=haagschaar haagscheir=haagschaar haagscher=haagschaar aagscheer=haagschaar
masjien=machine mesjien=machine masjine=machine machien=machine machin=machine machienen=machines masjienen=machines
mesjienen=machines moaier=maaier bosmoaier=bosmaaier grasmasjien=grasmachine kroan=kraan kraanske=kraan leerke=ladder
bottinen=schoenen bottines=schoenen sletsen=slippers slefkes=slippers sloefen=slippers hanschoenen=handschoenen
anschoenen=handschoenen handskoenen=handschoenen elm=helm frak=jas regenfrak=regenjas
pree=loon centen=geld poen=geld dringelt=fooi drinkgeld=fooi
ouwers=ouders ouwders=ouders vake=vader moeke=moeder meiske=meisje meiskes=meisjes leermeiske=leermeisje
leerjong=leerjongen leergast=leerling leergastje=leerling snotjong=jongen
content=tevreden kontent=tevreden ambetant=vervelend ambetante=vervelende koleire=kwaad koleirig=kwaad
janken=huilen jankt=huilt schreien=huilen schreit=huilt schreide=huilde schriemen=huilen schriemt=huilt bleten=huilen smoren=roken smoort=rookt
`;

export const SPOKEN_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.trim()
    .split(/\s+/)
    .map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1).split('_')] as const;
    }),
);
