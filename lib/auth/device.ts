import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * A browser in which the owner of an account has signed in before carries a token for that account, so that a stranger
 * who guesses at the password from elsewhere cannot close the account to its owner.
 * https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
export const DEVICE_DAYS = 180

/** The cookie of an account's token: one browser may be used by several people of a desk. */
export const deviceCookie = (email: string): string =>
  `mirqab-device-${createHash('sha256').update(accountOf(email)).digest('hex').slice(0, 16)}`

/** A new token: a random name for the browser, signed together with the account. */
export function newDevice(email: string, secret: string): string {
  const name = randomBytes(16).toString('hex')
  return `${name}.${signature(name, email, secret)}`
}

/** The browser's name in a token that we signed for this account; null for any other. */
export function deviceOf(token: string | undefined, email: string, secret: string): string | null {
  const [name = '', signed = ''] = (token ?? '').split('.')
  const right = Buffer.from(signature(name, email, secret))
  const given = Buffer.from(signed)
  return name !== '' && given.length === right.length && timingSafeEqual(given, right) ? name : null
}

const accountOf = (email: string): string => email.trim().toLowerCase()
const signature = (name: string, email: string, secret: string): string =>
  createHmac('sha256', secret)
    .update(`device\n${name}\n${accountOf(email)}`)
    .digest('hex')
