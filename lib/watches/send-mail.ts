import nodemailer from 'nodemailer'
import { env } from '#lib/core/env.ts'

/** Whether this installation can send mail: the environment names a server and a sender. */
export const canSendMail = (): boolean => Boolean(env().SMTP_URL && env().MAIL_FROM)

/** Nobody waits longer for a mail server. */
const WAIT_MS = 20_000

/** @throws where the server cannot be reached or refuses the message */
export async function sendMail(mail: { to: string; subject: string; text: string; html: string }): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env()
  const limits = { connectionTimeout: WAIT_MS, greetingTimeout: WAIT_MS, socketTimeout: WAIT_MS }
  const transport = nodemailer.createTransport({ url: SMTP_URL ?? '', ...limits })
  await transport.sendMail({ ...mail, from: MAIL_FROM, headers: { 'auto-submitted': 'auto-generated' } })
}
