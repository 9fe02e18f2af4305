import { entraProblems, toEntraConfig, type EntraConfig } from './entra-config.js';
import type { OpeningHours } from '../handlers/desk/opening-hours.js';
import {
  WHATSAPP_SETTINGS,
  whatsappConfig,
  whatsappProblems,
  type WhatsAppConfig,
} from './channels/whatsapp/settings.js';
import { commaList } from './comma-list.js';
import {
  DATA_KEY_SETTINGS,
  privacyConfig,
  privacyProblems,
  RETENTION_SETTINGS,
  type PrivacyConfig,
} from './privacy-settings.js';
import { settingsSchema, type SettingValues } from './settings-schema.js';

/** Everything the environment may say. The table of the README and `.env.example` equal this list. */
export const SETTINGS = {
  PORT: { default: '3978', about: 'port to listen on' },
  HOST: { default: '', about: 'address to listen on; empty for all' },
  PUBLIC_URL: { default: '', about: 'address people use, without a slash at the end; empty: http://localhost:PORT' },
  DATA_DIR: { default: './data', about: 'folder of the embedded store' },
  ...DATA_KEY_SETTINGS,
  KNOWLEDGE_DIR: { default: './knowledge', about: 'folder of the curated knowledge' },
  CACHE_DIR: { default: './.cache', about: 'folder for the trained matcher; may be emptied at any time' },
  SEMANTIC_MODEL_DIR: {
    default: '',
    about: 'folder of a local ONNX sentence-embedding model, as a second opinion in matching; empty: words only',
  },
  REDIS_URL: {
    default: '',
    about:
      'shared store for several processes (redis://, rediss:// (TLS) or redis+sentinel://host:port,host:port/name); empty: SQLite in DATA_DIR',
  },
  REDIS_CA_FILE: { default: '', about: 'certificate file of your own authority, for rediss://' },
  REDIS_NAME: { default: 'mentorlijn', about: 'separates installations on one Redis' },
  ALLOW_VOLATILE_REDIS: {
    default: 'false',
    about: 'development only: a Redis that does not write every commit to disk',
  },
  OPENING_HOURS: { default: 'ma-vr 08:00-12:00,13:00-17:00', about: 'when coaches answer, Europe/Brussels' },
  OPENING_HOURS_SCHOOL_HOLIDAYS: { default: 'ma-vr 09:00-12:00', about: 'the same in school holidays' },
  PROMISE_HOURS: { default: '4', about: 'opening hours within which a coach answers' },
  PROMISE_HOURS_URGENT: { default: '0.5', about: 'the same for an urgent question' },
  ALERT_EMAIL: {
    default: '',
    about: 'addresses that hear of urgent and late questions, comma separated; empty: only the log and the desk',
  },
  SMTP_URL: { default: '', about: 'mail server for those alerts, as smtp://user:password@host:port' },
  MAIL_FROM: { default: 'mentorlijn@localhost', about: 'sender of those alerts' },
  LEARN_NEEDS_SECOND_PERSON: {
    default: 'true',
    about: 'what a coach proposes for the knowledge is approved by another person (editor or lead)',
  },
  REPLAY_DIR: {
    default: './tests/ranking',
    about:
      'folder with kept questions (*.jsonl with a text) that are replayed before a change of knowledge; may be absent',
  },
  ...RETENTION_SETTINGS,
  MICROSOFT_APP_ID: { default: '', about: 'app id of the bot registration; empty: no Bot Framework channels' },
  MICROSOFT_APP_PASSWORD: { default: '', about: 'its secret' },
  MICROSOFT_APP_TYPE: { default: 'SingleTenant', about: 'SingleTenant, MultiTenant or UserAssignedMSI' },
  MICROSOFT_APP_TENANT_ID: { default: '', about: 'tenant of a SingleTenant registration' },
  ALLOW_ANONYMOUS_BOT: { default: 'false', about: 'development only: /api/messages without an app id' },
  ENTRA_TENANT_ID: { default: '', about: 'tenant whose coaches open the desk in Teams without a password; empty: off' },
  ENTRA_AUDIENCE: {
    default: '',
    about: 'app id (and application id URI) the tokens of Teams are made for, comma separated',
  },
  ENTRA_ISSUER: { default: '', about: 'issuer of those tokens; empty: https://login.microsoftonline.com/TENANT/v2.0' },
  ENTRA_JWKS_URL: { default: '', about: 'keys of the issuer; empty: those of the tenant at login.microsoftonline.com' },
  ENTRA_ROLE_COACH: { default: 'Mentorlijn.Coach', about: 'app role of a coach' },
  ENTRA_ROLE_EDITOR: { default: 'Mentorlijn.Editor', about: 'app role of an editor' },
  ENTRA_ROLE_LEAD: { default: 'Mentorlijn.Lead', about: 'app role of a lead' },
  SERVICE_URLS: { default: '', about: 'extra service URL hosts the bot may answer to, comma separated' },
  ...WHATSAPP_SETTINGS,
  DIRECT_LINE_SECRET: { default: '', about: 'signs Direct Line tokens; empty: made and kept in DATA_DIR' },
  REQUESTS_PER_MINUTE: { default: '600', about: 'limit per address on the chat and desk addresses' },
  EMBED_ORIGINS: {
    default: '',
    about: 'websites that may show the chat, as https://www.voorbeeld.be, comma separated; empty: none',
  },
  MESSAGES_PER_MINUTE: { default: '60', about: 'limit of messages in one conversation of the web page' },
  TRUST_PROXY: { default: '0', about: 'number of reverse proxies in front' },
  METRICS_TOKEN: {
    default: '',
    about: '32 characters or more that /metrics asks for as a Bearer token; empty: it answers this machine only',
  },
  LOG_LEVEL: { default: 'info', about: 'trace, debug, info, warn, error or silent' },
} as const satisfies Readonly<Record<string, { readonly default: string; readonly about: string }>>;
type SettingName = keyof typeof SETTINGS;

export interface Config extends PrivacyConfig {
  readonly port: number;
  readonly host: string | null;
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly knowledgeDir: string;
  readonly cacheDir: string;
  /** Null: matching by words alone. */
  readonly semanticModelDir: string | null;
  /** Null: the embedded store. */
  readonly redis: {
    readonly url: string;
    readonly caFile?: string | null;
    readonly name: string;
    readonly allowVolatile: boolean;
  } | null;
  readonly hours: OpeningHours;
  readonly holidayHours: OpeningHours;
  readonly promiseHours: number;
  readonly urgentHours: number;
  /** Null: alerts go to the log and the desk only. */
  readonly mail: { readonly smtpUrl: string; readonly from: string; readonly to: readonly string[] } | null;
  readonly learnNeedsSecondPerson: boolean;
  readonly replayDir: string;
  readonly botFramework: BotFrameworkConfig | null;
  /** Null: WhatsApp is off. */
  readonly whatsapp: WhatsAppConfig | null;
  /** Null: nobody signs in from Teams. */
  readonly entra: EntraConfig | null;
  readonly serviceUrls: readonly string[];
  readonly directLineSecret: string | null;
  readonly requestsPerMinute: number;
  readonly messagesPerMinute: number;
  readonly trustProxy: number;
  /** Null: the figures are for this machine only. */
  readonly metricsToken: string | null;
  readonly embedOrigins: readonly string[];
  readonly logLevel: string;
}

export interface BotFrameworkConfig {
  readonly appId: string;
  readonly appPassword: string;
  readonly appType: string;
  readonly tenantId: string;
  /** True only when ALLOW_ANONYMOUS_BOT=true and there is no app id. */
  readonly anonymous: boolean;
}

export type ConfigResult =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly problems: readonly string[] };

/** Environment -> Config, or every problem at once. The only reader of the environment is `readConfig`. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): ConfigResult {
  const values = Object.fromEntries(
    (Object.keys(SETTINGS) as SettingName[]).map((name) => [name, given(environment[name]) ?? SETTINGS[name].default]),
  );
  const parsed = settingsSchema.safeParse(values);
  if (!parsed.success) return { ok: false, problems: allProblems(values, parsed.error.issues) };
  const problems = crossChecks(parsed.data);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, config: toConfig(parsed.data) };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What is wrong by itself, and what does not fit together among the rest: nobody has to start twice to hear it all. */
function allProblems(values: Readonly<Record<string, string>>, issues: readonly Issue[]): readonly string[] {
  const wrong = new Set(issues.map(({ path }) => String(path[0])));
  const rest = settingsSchema.safeParse(
    Object.fromEntries(
      (Object.keys(SETTINGS) as SettingName[]).map((name) => [
        name,
        wrong.has(name) ? SETTINGS[name].default : values[name],
      ]),
    ),
  );
  const further = rest.success ? crossChecks(rest.data) : [];
  return [
    ...issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...further.filter((problem) => ![...wrong].some((name) => problem.includes(name))),
  ];
}

/** A variable that is set but empty is as good as absent. */
function given(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

function toConfig(values: SettingValues): Config {
  return {
    port: values.PORT,
    host: values.HOST === '' ? null : values.HOST,
    publicUrl: values.PUBLIC_URL === '' ? `http://localhost:${String(values.PORT)}` : values.PUBLIC_URL,
    dataDir: values.DATA_DIR,
    knowledgeDir: values.KNOWLEDGE_DIR,
    cacheDir: values.CACHE_DIR,
    semanticModelDir: values.SEMANTIC_MODEL_DIR === '' ? null : values.SEMANTIC_MODEL_DIR,
    redis:
      values.REDIS_URL === ''
        ? null
        : {
            url: values.REDIS_URL,
            caFile: values.REDIS_CA_FILE === '' ? null : values.REDIS_CA_FILE,
            name: values.REDIS_NAME,
            allowVolatile: values.ALLOW_VOLATILE_REDIS,
          },
    hours: values.OPENING_HOURS,
    holidayHours: values.OPENING_HOURS_SCHOOL_HOLIDAYS,
    promiseHours: values.PROMISE_HOURS,
    urgentHours: values.PROMISE_HOURS_URGENT,
    mail: mail(values),
    learnNeedsSecondPerson: values.LEARN_NEEDS_SECOND_PERSON,
    replayDir: values.REPLAY_DIR,
    ...privacyConfig(values),
    botFramework: botFramework(values),
    whatsapp: whatsappConfig(values),
    serviceUrls: commaList(values.SERVICE_URLS),
    entra: toEntraConfig(values),
    directLineSecret: values.DIRECT_LINE_SECRET === '' ? null : values.DIRECT_LINE_SECRET,
    requestsPerMinute: values.REQUESTS_PER_MINUTE,
    messagesPerMinute: values.MESSAGES_PER_MINUTE,
    trustProxy: values.TRUST_PROXY,
    embedOrigins: values.EMBED_ORIGINS,
    metricsToken: values.METRICS_TOKEN === '' ? null : values.METRICS_TOKEN,
    logLevel: values.LOG_LEVEL,
  };
}

function crossChecks(values: SettingValues): readonly string[] {
  const hasId = values.MICROSOFT_APP_ID !== '';
  return [
    ...privacyProblems(values),
    ...entraProblems(values),
    ...((values.SMTP_URL === '') === (values.ALERT_EMAIL === '')
      ? []
      : ['SMTP_URL and ALERT_EMAIL: give both, or neither']),
    ...(hasId && values.ALLOW_ANONYMOUS_BOT ? ['ALLOW_ANONYMOUS_BOT: must be false when MICROSOFT_APP_ID is set'] : []),
    ...(hasId && values.MICROSOFT_APP_TYPE !== 'UserAssignedMSI' && values.MICROSOFT_APP_PASSWORD === ''
      ? ['MICROSOFT_APP_PASSWORD: is needed with MICROSOFT_APP_ID']
      : []),
    ...(hasId && values.MICROSOFT_APP_TYPE !== 'MultiTenant' && values.MICROSOFT_APP_TENANT_ID === ''
      ? ['MICROSOFT_APP_TENANT_ID: is needed for this app type']
      : []),
    ...whatsappProblems(values),
  ];
}

function mail(values: SettingValues): Config['mail'] {
  const to = commaList(values.ALERT_EMAIL);
  return values.SMTP_URL === '' || to.length === 0 ? null : { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM, to };
}

function botFramework(values: SettingValues): BotFrameworkConfig | null {
  if (values.MICROSOFT_APP_ID === '' && !values.ALLOW_ANONYMOUS_BOT) return null;
  return {
    appId: values.MICROSOFT_APP_ID,
    appPassword: values.MICROSOFT_APP_PASSWORD,
    appType: values.MICROSOFT_APP_TYPE,
    tenantId: values.MICROSOFT_APP_TENANT_ID,
    anonymous: values.MICROSOFT_APP_ID === '',
  };
}

/**
 * The configuration of this process: its environment, completed by `.env` in the folder it was started in. Every
 * command reads it here, so that none works on another store than the server. Tests bring all they need themselves.
 */
export function readConfig(): ConfigResult {
  if (process.env.NODE_ENV === 'test') return parseConfig(process.env);
  try {
    process.loadEnvFile();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code !== 'ENOENT') return { ok: false, problems: [`.env: is there but cannot be read (${code})`] };
  }
  return parseConfig(process.env);
}
