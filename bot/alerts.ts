import type { Transporter } from 'nodemailer';
import type { Alert, Notifier } from '../handlers/desk/keep-promises.js';
import type { Log } from '../handlers/ports.js';
import type { Config } from './config.js';

const SUBJECTS: Readonly<Record<Alert['kind'], string>> = {
  'urgent-new': 'DRINGEND: neem deze vraag',
  'urgent-untaken': 'DRINGEND: nog door niemand genomen',
  'due-soon': 'Antwoord bijna beloofd',
  overdue: 'Antwoord is te laat',
};

/** Tells the coaches of urgent and late questions: by mail when there is a mail server, and always in the log. */
export function alertNotifier(config: Pick<Config, 'mail' | 'publicUrl'>, log: Log): Notifier {
  const transport = config.mail ? transportTo(config.mail.smtpUrl) : null;
  return {
    notify: async (alert) => {
      log.warn('alert', { kind: alert.kind, number: alert.number });
      if (!transport || !config.mail) return;
      await (
        await transport
      ).sendMail({
        from: config.mail.from,
        to: [...new Set([...config.mail.to, ...(alert.email === null ? [] : [alert.email])])],
        subject: `${SUBJECTS[alert.kind]} (vraag ${String(alert.number)})`,
        // The question itself stays at the desk: mail is no place for what a mentor tells of a minor.
        text: `Open de desk: ${config.publicUrl}/desk/vraag/${alert.ticket}`,
      });
    },
  };
}

/** A server without mail never reads the library. */
async function transportTo(smtpUrl: string): Promise<Transporter> {
  return (await import('nodemailer')).default.createTransport(smtpUrl);
}
