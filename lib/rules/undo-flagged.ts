import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'

const Payload = z.object({ articleIds: z.array(z.uuid()) })

/** Takes the flags of a rule away again; one that somebody has put aside is theirs. @throws AppError forbidden */
export async function undoFlagged(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'article:triage')
  const { articleIds } = Payload.parse(payload)
  await tx.db.articleFlag.deleteMany({
    where: { articleId: { in: articleIds }, kind: 'desk-rule', dismissedAt: null },
  })
}
