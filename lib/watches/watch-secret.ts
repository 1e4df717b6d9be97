import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '#lib/core/env.ts'
import { AppError } from '#lib/core/errors.ts'

type Keyed = { id: string; secretVersion: number }

/**
 * A secret of a watch: made of the server's own, so that the database holds none and it can be shown again. Another one
 * as soon as `secretVersion` goes up. 32 bytes. @throws AppError internal where the server has no secret
 */
function secretOf(what: 'feed' | 'webhook', { id, secretVersion }: Keyed): Buffer {
  const { NEXTAUTH_SECRET } = env()
  if (!NEXTAUTH_SECRET) throw new AppError('internal', { missing: 'NEXTAUTH_SECRET' })
  return createHmac('sha256', NEXTAUTH_SECRET).update(`watch ${what} ${id} ${secretVersion}`).digest()
}

/** The path of a watch's own feed: whoever has it reads what the watch finds, without an account. */
export const feedPath = (watch: Keyed): string =>
  `/api/watches/${watch.id}/${secretOf('feed', watch).toString('base64url')}`

/** Whether this is the secret of the watch's feed. */
export function isFeedSecret(watch: Keyed, given: string): boolean {
  const secret = secretOf('feed', watch)
  const bytes = Buffer.from(given, 'base64url')
  return bytes.length === secret.length && timingSafeEqual(bytes, secret)
}

/** The key of a watch's webhook, as Standard Webhooks writes keys. */
export const webhookKey = (watch: Keyed): string => `whsec_${secretOf('webhook', watch).toString('base64')}`

/**
 * The headers that say a message is ours and is new (Standard Webhooks 1.0: HMAC-SHA256 of id, time and body).
 * @param body exactly as it is sent
 */
export function signedHeaders(watch: Keyed, message: string, at: Date, body: string): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000)
  const signed = createHmac('sha256', secretOf('webhook', watch)).update(`${message}.${seconds}.${body}`)
  return {
    'webhook-id': message,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signed.digest('base64')}`,
  }
}
