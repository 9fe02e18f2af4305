/** Header and form together may take this much of the screen; the rest is for the conversation. */
const MOST = 0.4;
/** With very large letters even the form alone may be too much. */
const MOST_FORM = 0.5;

/** Lets header and form scroll along when letters, keyboard or a phone on its side leave them too little room. */
export function keepRoom(header: HTMLElement, form: HTMLElement): void {
  const { classList } = document.documentElement;
  const look = (): void => {
    const [top, bottom] = [header.offsetHeight / innerHeight, form.offsetHeight / innerHeight];
    classList.toggle('loose-header', top + bottom > MOST);
    classList.toggle('loose-form', bottom > MOST_FORM);
  };
  const observer = new ResizeObserver(look);
  for (const element of [header, form]) observer.observe(element);
  window.addEventListener('resize', look);
}
