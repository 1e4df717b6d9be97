import { cookies } from 'next/headers'
import { DEVICE_DAYS, deviceCookie, deviceOf, newDevice } from '#lib/auth/device.ts'
import { env } from '#lib/core/env.ts'

/** The name of the asking browser, where this account's owner has signed in with it before. */
export async function knownDevice(email: string): Promise<string | null> {
  const secret = env().NEXTAUTH_SECRET
  return secret ? deviceOf((await cookies()).get(deviceCookie(email))?.value, email, secret) : null
}

/** Marks the asking browser as one of this account's owner. In an action or a route: a page cannot set cookies. */
export async function rememberDevice(email: string): Promise<void> {
  const { NEXTAUTH_SECRET: secret, NEXTAUTH_URL: address } = env()
  if (!secret) return
  ;(await cookies()).set(deviceCookie(email), newDevice(email, secret), {
    httpOnly: true,
    sameSite: 'lax',
    secure: address?.startsWith('https:') ?? false,
    path: '/',
    maxAge: DEVICE_DAYS * 24 * 3600,
  })
}
