import { PRESENT_MS } from '#lib/articles/announce-presence.ts'
import type { Context } from '#lib/db/context.ts'

/** Takes out who went away without a word. */
export async function sweepPresence({ db, now }: Context): Promise<void> {
  await db.presence.deleteMany({ where: { seenAt: { lt: new Date(now().getTime() - PRESENT_MS) } } })
}
