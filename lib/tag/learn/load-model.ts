import { decompress } from '#lib/core/compress.ts'
import type { Db } from '#lib/db/context.ts'

/** The row of the model that suggests topics. */
export const TOPICS_MODEL = 'topics'

/** The bytes of what was learnt of topics (codec.ts), null before anything was. */
export async function loadModelBytes(db: Db): Promise<Uint8Array | null> {
  const row = await db.learnedModel.findUnique({ where: { id: TOPICS_MODEL }, select: { bytes: true } })
  return row ? decompress(row.bytes) : null
}
