import { createTransport } from "nodemailer";
import { env } from "@/server/env";
import { log } from "@/server/log";

export type Mail = { to: string; subject: string; text: string };

/** Sends a mail; without SMTP_URL it goes to the log in full, so that whoever runs the server can pass it on. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) {
    log.warn(
      { to, subject, link: /https?:\/\/\S+/.exec(text)?.[0] },
      "no SMTP_URL: this mail was not sent, pass it on yourself",
    );
    return;
  }
  const transport = createTransport(SMTP_URL);
  try {
    await transport.sendMail({ from: MAIL_FROM, to, subject, text });
  } finally {
    transport.close();
  }
}
