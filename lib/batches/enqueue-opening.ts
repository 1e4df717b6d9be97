import type { Db } from '#lib/db/context.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'

/** Small files share a job: a folder of ten thousand pages is a hundred jobs, each reading its documents together. */
const FILES = 100
const BYTES = 8 << 20

/** Enqueues the opening of files, in the transaction of `db`. */
export async function enqueueOpening(db: Db, files: readonly { id: string; size: bigint }[]): Promise<void> {
  const payloads: Payloads['open-files'][] = []
  let room = 0
  for (const { id, size } of files) {
    const last = payloads.at(-1)
    if (!last || last.fileIds.length >= FILES || size > room) {
      payloads.push({ fileIds: [id] })
      room = BYTES - Number(size)
    } else {
      last.fileIds.push(id)
      room -= Number(size)
    }
  }
  const texts = payloads.map((payload) => JSON.stringify(payload))
  await db.$queryRaw`
    SELECT count(graphile_worker.add_job('open-files', payload::json, max_attempts => 5)) AS jobs
    FROM unnest(${texts}::text[]) AS payload`
}
