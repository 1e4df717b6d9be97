import { enqueuePages } from '#lib/batches/enqueue-pages.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'

/** An hour: what a server wants beyond that, it wants from machines, not from readers. */
const LONGEST = 60
const MOST = 3

/**
 * The server of a page is too busy: it is asked again when it allows, three times at most.
 * @returns whether it will be
 */
export function waitForPage(ctx: Context, documentId: string, minutes: number): Promise<boolean> {
  return inTransaction(ctx, async ({ db, now }) => {
    const [document] = await db.document.updateManyAndReturn({
      where: { id: documentId, state: 'waiting', attempts: { lt: MOST } },
      data: { attempts: { increment: 1 } },
      select: { id: true, stated: true },
    })
    if (!document) return false
    await enqueuePages(db, [document], new Date(now().getTime() + Math.min(minutes, LONGEST) * 60_000))
    return true
  })
}
