import { setImmediate } from 'node:timers/promises'
import type { Context } from '#lib/db/context.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { type NewName, newNamesIn } from '#lib/tag/new-names/new-names-in.ts'
import { recordNewNames } from '#lib/tag/new-names/record-new-names.ts'
import { currentVocabulary } from '#lib/vocabulary.ts'

/** Looks in articles for names that the vocabulary does not know, and writes them down for the desk to decide. */
export async function findNames(ctx: Context, { articleIds }: Payloads['find-names']): Promise<void> {
  const { tagging } = await currentVocabulary(ctx.db)
  const articles = await ctx.db.article.findMany({
    where: { id: { in: articleIds }, withdrawnAt: null },
    select: { id: true, title: true, text: true },
    orderBy: { id: 'asc' },
  })
  const found = new Map<string, NewName[]>()
  for (const article of articles) {
    found.set(article.id, newNamesIn(article, tagging))
    // Some ms each: other jobs of this process go on in between.
    await setImmediate()
  }
  await recordNewNames(ctx, found)
}
