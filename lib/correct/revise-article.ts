import { reanchorAnnotations } from '#lib/annotate/reanchor-annotations.ts'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import type { Block } from '#lib/core/article.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import type { Article } from '#lib/db/generated/client.ts'
import { enqueue, FINDING_NAMES } from '#lib/jobs/queue.ts'
import { titleWords } from '#lib/search/title-words.ts'
import { toTsvector } from '#lib/search/tsvector.ts'

export type NewText = { title: string | null; text: string; blocks: Block[] }

/**
 * Gives an article another title or text: the earlier one is kept as a Revision, what is derived from it (search,
 * fingerprint, word count) is made again, its annotations find their places in the new one, and the worker looks for its
 * copies, its story and the names in it again. For editors, and for documents that are read again. @returns the new revision. @throws AppError conflict where the revision has moved on
 */
export async function reviseArticle(
  tx: Context,
  article: Article,
  { title, text, blocks }: NewText,
  reason: 'edited' | 'read-again',
): Promise<number> {
  const { print } = prepareArticle({ title, text })
  const { count } = await tx.db.article.updateMany({
    where: { id: article.id, revision: article.revision },
    data: {
      title,
      text,
      blocks,
      revision: article.revision + 1,
      wordCount: print.wordCount,
      textChecksum: new Uint8Array(Buffer.from(print.checksum, 'hex')),
      signature: new Uint8Array(print.signature.buffer.slice(0) as ArrayBuffer),
      updatedAt: tx.now(),
    },
  })
  if (count === 0) throw new AppError('conflict', { articleId: article.id })
  await tx.db.revision.create({
    data: {
      articleId: article.id,
      number: article.revision,
      title: article.title,
      text: article.text,
      blocks: article.blocks as Block[],
      reason,
      createdById: tx.actor.userId,
      createdAt: tx.now(),
    },
  })
  await tx.db.$executeRaw`
    UPDATE article SET search_vector = ${toTsvector(title ?? '', text)}::tsvector WHERE id = ${article.id}::uuid`
  await tx.db.titleWord.createMany({ data: titleWords([title ?? '']), skipDuplicates: true })
  await reanchorAnnotations(tx, article.id, { from: article.text, to: text })
  await enqueue(tx.db, 'recompare-articles', { articleIds: [article.id] }, { key: `recompare:${article.id}` })
  await enqueue(tx.db, 'find-names', { articleIds: [article.id] }, { ...FINDING_NAMES, key: `names:${article.id}` })
  return article.revision + 1
}
