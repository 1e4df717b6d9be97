import type { Context } from '#lib/db/context.ts'
import { linkHash } from '#lib/users/password-link.ts'

/** Whether a one-time link can still be used. Asked by the page of the link, which changes nothing. */
export async function isLinkOpen({ db, now }: Context, token: string): Promise<boolean> {
  const link = await db.passwordLink.findFirst({
    where: { tokenHash: linkHash(token), usedAt: null, expiresAt: { gt: now() }, user: { disabledAt: null } },
    select: { userId: true },
  })
  return link !== null
}
