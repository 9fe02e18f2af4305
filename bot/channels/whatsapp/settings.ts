import { z } from 'zod';

/** What the environment may say of WhatsApp; a part of SETTINGS in config.ts. */
export const WHATSAPP_SETTINGS = {
  WHATSAPP_PHONE_NUMBER_ID: { default: '', about: 'id of the WhatsApp number (Cloud API); empty: WhatsApp is off' },
  WHATSAPP_TOKEN: { default: '', about: 'access token of a system user for that number' },
  WHATSAPP_APP_SECRET: { default: '', about: 'app secret, which proves that an event comes from Meta' },
  WHATSAPP_VERIFY_TOKEN: { default: '', about: 'own word that Meta repeats when the webhook is registered' },
  WHATSAPP_TEMPLATE: {
    default: '',
    about: 'approved template that says a message is waiting, used after 24 hours; empty: the desk shows who to phone',
  },
  WHATSAPP_TEMPLATE_LANGUAGE: { default: 'nl', about: 'language code of the templates' },
  WHATSAPP_TIP_TEMPLATE: {
    default: '',
    about: 'approved template with one text field, for tips; empty: tips only within 24 hours of the last message',
  },
  WHATSAPP_GRAPH_URL: { default: 'https://graph.facebook.com/v24.0', about: 'address and version of the Graph API' },
} as const;

export const whatsappSchema = {
  WHATSAPP_PHONE_NUMBER_ID: z.string().regex(/^\d*$/, 'must be the numeric id of the number, not the number itself'),
  WHATSAPP_TOKEN: z.string(),
  WHATSAPP_APP_SECRET: z.string(),
  WHATSAPP_VERIFY_TOKEN: z.string(),
  WHATSAPP_TEMPLATE: z.string().regex(/^[a-z0-9_]*$/, 'may have small letters, digits and underscores'),
  WHATSAPP_TEMPLATE_LANGUAGE: z.string().regex(/^[a-z]{2}(_[A-Z]{2})?$/, 'must be a language code such as nl or nl_BE'),
  WHATSAPP_TIP_TEMPLATE: z.string().regex(/^[a-z0-9_]*$/, 'may have small letters, digits and underscores'),
  WHATSAPP_GRAPH_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .transform((value) => value.replace(/\/+$/, '')),
};
type Values = { readonly [K in keyof typeof whatsappSchema]: z.output<(typeof whatsappSchema)[K]> };

export interface WhatsAppConfig {
  readonly phoneNumberId: string;
  readonly token: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  /** Null: nobody is spoken to outside the 24 hours. */
  readonly template: string | null;
  readonly templateLanguage: string;
  readonly tipTemplate: string | null;
  readonly graphUrl: string;
}

const NEEDED = [
  'WHATSAPP_PHONE_NUMBER_ID',
  'WHATSAPP_TOKEN',
  'WHATSAPP_APP_SECRET',
  'WHATSAPP_VERIFY_TOKEN',
] as const satisfies readonly (keyof Values)[];

/** Half a configuration is a mistake, never a channel that half works. */
export function whatsappProblems(values: Values): readonly string[] {
  const missing = NEEDED.filter((name) => values[name] === '');
  const wanted =
    missing.length < NEEDED.length || values.WHATSAPP_TEMPLATE !== '' || values.WHATSAPP_TIP_TEMPLATE !== '';
  return [
    ...(wanted ? missing.map((name) => `${name}: is needed for WhatsApp; give all four, or none`) : []),
    ...(values.WHATSAPP_GRAPH_URL.startsWith('http:') &&
    !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(values.WHATSAPP_GRAPH_URL)
      ? ['WHATSAPP_GRAPH_URL: must be https, the token travels with it']
      : []),
  ];
}

export function whatsappConfig(values: Values): WhatsAppConfig | null {
  if (values.WHATSAPP_PHONE_NUMBER_ID === '') return null;
  return {
    phoneNumberId: values.WHATSAPP_PHONE_NUMBER_ID,
    token: values.WHATSAPP_TOKEN,
    appSecret: values.WHATSAPP_APP_SECRET,
    verifyToken: values.WHATSAPP_VERIFY_TOKEN,
    template: values.WHATSAPP_TEMPLATE === '' ? null : values.WHATSAPP_TEMPLATE,
    templateLanguage: values.WHATSAPP_TEMPLATE_LANGUAGE,
    tipTemplate: values.WHATSAPP_TIP_TEMPLATE === '' ? null : values.WHATSAPP_TIP_TEMPLATE,
    graphUrl: values.WHATSAPP_GRAPH_URL,
  };
}
