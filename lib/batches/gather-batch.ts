import { recordEvent } from '#lib/audit/record-event.ts'
import { newId } from '#lib/core/id.ts'
import type { Context } from '#lib/db/context.ts'
import type { BatchOrigin } from '#lib/db/generated/enums.ts'

type Gathering = {
  /** What is gathered in it: a token's or a feed's deliveries of one day. */
  gathers: string
  name: string
  origin: BatchOrigin
}

/**
 * The batch that gathers what comes in a trickle, being read from here on: the one there is, or a new one. One that an
 * admin has undone gathers no more. Until the transaction ends, nobody else can finish the batch or add to it.
 * @returns its id
 */
export async function gatherBatch(tx: Context, { gathers, name, origin }: Gathering): Promise<string> {
  // Its id stays in it, so that whose it was can still be told.
  await tx.db.$executeRaw`
    UPDATE batch SET gathers = gathers || ':' || id WHERE gathers = ${gathers} AND state = 'undone'`
  const [batch] = await tx.db.$queryRaw<{ id: string; isNew: boolean }[]>`
    INSERT INTO batch (id, name, origin, state, created_by_id, created_at, gathers)
    VALUES (${newId()}::uuid, ${name}, ${origin}::batch_origin, 'reading', ${tx.actor.userId}::uuid, ${tx.now()}, ${gathers})
    ON CONFLICT (gathers) DO UPDATE SET state = 'reading', finished_at = NULL
    RETURNING id, xmax = 0 AS "isNew"`
  if (!batch) throw new Error('an upsert returns its row')
  if (batch.isNew)
    await recordEvent(tx, { kind: 'batch.created', subject: { type: 'batch', id: batch.id }, data: { name } })
  return batch.id
}
