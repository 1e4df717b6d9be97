import { authorize } from '#lib/access/authorize.ts'
import { decompress } from '#lib/core/compress.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'

/** An item exactly as it arrived. */
export type Original = {
  path: string
  index: number
  line: number | null
  mediaType: string
  charset: string | null
  /** Fields the delivery stated itself: a column, a key, a feed element. */
  stated: unknown
  bytes: Buffer
  size: number
  sha256: string
  receivedAt: Date
  batchName: string
}

/** The document that an article was read out of. @throws AppError forbidden, notFound */
export async function getOriginal(ctx: Context, articleId: string): Promise<Original> {
  authorize(ctx.actor, 'article:read')
  const document = await ctx.db.document.findFirst({
    where: { articleId, article: { withdrawnAt: null }, state: 'read' },
    include: { batch: { select: { name: true } } },
    orderBy: { id: 'asc' },
  })
  if (!document) throw new AppError('notFound', { articleId })
  const { path, index, line, mediaType, charset, stated, size, receivedAt } = document
  return {
    path,
    index,
    line,
    mediaType,
    charset,
    stated,
    size,
    receivedAt,
    bytes: decompress(document.bytes),
    sha256: Buffer.from(document.sha256).toString('hex'),
    batchName: document.batch.name,
  }
}
