import { env } from '#lib/core/env.ts'

/** A path of the desk as an address that works outside of it: in a mail, a feed, a program. */
export const deskAddress = (path: string): string =>
  new URL(path, env().NEXTAUTH_URL ?? `http://localhost:${env().PORT}`).href
