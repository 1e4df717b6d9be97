import { createHash } from 'node:crypto'
import type { FlagKind } from '#lib/core/article.ts'
import { newId } from '#lib/core/id.ts'
import type { Context } from '#lib/db/context.ts'
import type { Article, Prisma } from '#lib/db/generated/client.ts'
import { toTsvector } from '#lib/search/tsvector.ts'

type Given = Partial<Omit<Prisma.ArticleUncheckedCreateInput, 'flags' | 'tags' | 'title' | 'text'>> & {
  title?: string | null
  text?: string
  flags?: FlagKind[]
  tags?: (Pick<Prisma.ArticleTagUncheckedCreateInput, 'topicId' | 'entityId' | 'country'> & {
    state?: 'suggested' | 'accepted' | 'rejected'
  })[]
}

/** A valid article in a batch and a story of its own, searchable; only what matters to a test needs saying. */
export async function anArticle(ctx: Context, { flags = [], tags = [], ...given }: Given = {}): Promise<Article> {
  const title = given.title === undefined ? 'وزراء خارجية الساحل يجتمعون في نيامي' : given.title
  const text =
    given.text ??
    'اجتمع وزراء خارجية دول الساحل يوم الثلاثاء في نيامي.\n\nوناقش الوزراء أمن الحدود، وقالوا إنهم سيلتقون مجددًا في الربيع.'
  const at = (given.publishedAt as Date | undefined) ?? ctx.now()
  const batchId =
    given.batchId ?? (await ctx.db.batch.create({ data: { name: 'a batch', origin: 'cli', state: 'done' } })).id
  const storyId =
    given.storyId ??
    (await ctx.db.story.create({ data: { firstAt: at, lastAt: at, articleCount: 1, ...EMPTY_CENTROID } })).id
  const id = (given.id as string | undefined) ?? newId()
  const article = await ctx.db.article.create({
    data: {
      blocks: blocksOf(text),
      language: 'ar',
      receivedAt: at,
      sortAt: at,
      publishedAt: at,
      publishedPrecision: 'day',
      evidence: {},
      wordCount: text.split(/\s+/).length,
      documentSha256: sha256(id),
      textChecksum: sha256(text),
      signature: new Uint8Array(),
      ...given,
      id,
      title,
      text,
      batchId,
      storyId,
      flags: { create: flags.map((kind) => ({ kind, confidence: 0.9, evidence: { rule: `test.${kind}` } })) },
      tags: { create: tags.map((tag) => ({ origin: 'rule' as const, state: 'suggested' as const, ...tag })) },
    } as Prisma.ArticleUncheckedCreateInput,
  })
  await ctx.db
    .$executeRaw`UPDATE article SET search_vector = ${toTsvector(title ?? '', text)}::tsvector WHERE id = ${article.id}::uuid`
  return article
}

const EMPTY_CENTROID = { centroid: new Uint8Array() }

const sha256 = (text: string) => new Uint8Array(createHash('sha256').update(text).digest())

function blocksOf(text: string): { kind: string; start: number; end: number }[] {
  let at = 0
  return text.split('\n\n').map((block) => {
    const start = at
    at += block.length + 2
    return { kind: 'paragraph', start, end: start + block.length }
  })
}
