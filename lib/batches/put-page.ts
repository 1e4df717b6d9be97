import { createHash } from 'node:crypto'
import { compress } from '#lib/core/compress.ts'
import type { Stated } from '#lib/core/stated.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { enqueue } from '#lib/jobs/queue.ts'

type Page = { bytes: Uint8Array; charset: string | null; stated: Stated }

/** Puts the page of an article in the place of what its feed gave of it, and lets it be read. Done twice it changes nothing. */
export async function putPage(ctx: Context, documentId: string, { bytes, charset, stated }: Page): Promise<void> {
  await inTransaction(ctx, async ({ db }) => {
    const { count } = await db.document.updateMany({
      where: { id: documentId, state: 'waiting' },
      data: {
        bytes: new Uint8Array(compress(bytes)),
        size: bytes.length,
        sha256: new Uint8Array(createHash('sha256').update(bytes).digest()),
        mediaType: 'text/html',
        charset,
        stated,
      },
    })
    if (count > 0) await enqueue(db, 'read-documents', { documentIds: [documentId] })
  })
}
