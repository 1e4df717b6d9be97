import { expect, test } from 'vitest'
import { decideReview } from '#lib/stories/decide-review.ts'
import { listReview } from '#lib/stories/list-review.ts'
import { undo } from '#lib/undo.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'
import { whereRoleMayOnly } from '#tests/support/grants.ts'

const ctx = systemContext()
const db = ctx.db

const text = () => `نص ${crypto.randomUUID()}`
const article = (storyId?: string | null) => anArticle(ctx, { text: text(), ...(storyId ? { storyId } : {}) })
const storyOf = async (id: string) => (await db.article.findUniqueOrThrow({ where: { id } })).storyId
const groupOf = async (id: string) => (await db.article.findUniqueOrThrow({ where: { id } })).duplicateGroupId

/** An article beside another, as comparing keeps what it was not sure of. */
async function aDoubt(given: {
  about?: 'text' | 'event'
  joined?: boolean
  others?: number
  score?: number
  oneGroup?: boolean
}) {
  const { about = 'event', joined = false, others = 0, score = 0.055 } = given
  const other = await article()
  for (let i = 0; i < others; i++) await article(other.storyId)
  const one = await article(joined || about === 'text' ? other.storyId : null)
  const size = 1 + others + Number(one.storyId === other.storyId)
  await db.story.update({ where: { id: other.storyId as string }, data: { articleCount: size } })
  if (about === 'text' && joined) {
    const group = await db.duplicateGroup.create({ data: {} })
    await db.article.updateMany({ where: { id: { in: [one.id, other.id] } }, data: { duplicateGroupId: group.id } })
  }
  await db.reviewItem.create({
    data: { articleId: one.id, otherId: other.id, about, joined, score, threshold: 0.06 },
  })
  return { articleId: one.id, otherId: other.id, about, size }
}

type Pair = { articleId: string; otherId: string; about: 'text' | 'event' }
const decide = async (as: Awaited<ReturnType<typeof contextOf>>, { articleId, otherId, about }: Pair, same: boolean) =>
  decideReview(as, { articleId, otherId, about, same, reason: 'looked at both' })
const isOpen = async ({ articleId, about }: Pair) =>
  (await listReview(ctx, { limit: 500 })).some((item) => item.articleId === articleId && item.about === about)

test('the largest stories come first, in each what comparing was least sure of, and pages go on where they ended', async () => {
  await db.reviewItem.deleteMany()
  const small = await aDoubt({})
  const large = await aDoubt({ others: 3, score: 0.05 })
  const closer = await aDoubt({ others: 3, score: 0.059 })
  const all = await listReview(ctx, { limit: 10 })
  expect(all.map((item) => item.articleId)).toEqual([closer, large, small].map((doubt) => doubt.articleId))
  const [first] = await listReview(ctx, { limit: 1 })
  const rest = await listReview(ctx, { after: first, limit: 10 })
  expect(rest.map((item) => item.articleId)).toEqual([large.articleId, small.articleId])
})

test('one event after all: the stories are merged, the item is gone, and one undo brings both back', async () => {
  const salma = await contextOf('editor')
  const doubt = await aDoubt({ others: 1 })
  const before = await storyOf(doubt.articleId)
  const { eventId } = await decide(salma, doubt, true)
  expect(await storyOf(doubt.articleId)).toBe(await storyOf(doubt.otherId))
  expect(await isOpen(doubt)).toBe(false)
  await undo(salma, { eventId })
  expect(await storyOf(doubt.articleId)).toBe(before)
  expect(await isOpen(doubt)).toBe(true)
})

test('another event: the article leaves the story with a remembered word, and comes back by the undo', async () => {
  const salma = await contextOf('editor')
  const doubt = await aDoubt({ joined: true, others: 1 })
  const { eventId } = await decide(salma, doubt, false)
  expect(await storyOf(doubt.articleId)).not.toBe(await storyOf(doubt.otherId))
  const said = await db.pairVerdict.findMany({
    where: { OR: [{ aId: doubt.articleId }, { bId: doubt.articleId }], about: 'event' },
  })
  expect(said).toHaveLength(2)
  expect(said.every((one) => !one.same && one.reason === 'looked at both')).toBe(true)
  expect(await isOpen(doubt)).toBe(false)
  await undo(salma, { eventId })
  expect(await storyOf(doubt.articleId)).toBe(await storyOf(doubt.otherId))
  expect(await isOpen(doubt)).toBe(true)
})

test.each([
  { about: 'event', joined: true, same: true },
  { about: 'event', joined: false, same: false },
  { about: 'text', joined: true, same: true },
  { about: 'text', joined: false, same: false },
] as const)(
  'what comparing had right is confirmed, moves nothing and does not come back: %j',
  async ({ about, joined, same }) => {
    const salma = await contextOf('editor')
    const doubt = await aDoubt({ about, joined })
    const before = [await storyOf(doubt.articleId), await groupOf(doubt.articleId)]
    expect(await isOpen(doubt)).toBe(true)
    const { eventId } = await decide(salma, doubt, same)
    expect([await storyOf(doubt.articleId), await groupOf(doubt.articleId)]).toEqual(before)
    expect(await isOpen(doubt)).toBe(false)
    await decide(salma, doubt, same)
    expect(await db.pairVerdict.count({ where: { OR: [{ aId: doubt.articleId }, { bId: doubt.articleId }] } })).toBe(1)
    await undo(salma, { eventId })
    expect(await isOpen(doubt)).toBe(true)
  },
)

test('a text that is another leaves its group, one that is the same joins it, each with one undo', async () => {
  const salma = await contextOf('editor')
  const [narrow, near] = [await aDoubt({ about: 'text', joined: true }), await aDoubt({ about: 'text' })]
  const parted = await decide(salma, narrow, false)
  expect(await groupOf(narrow.articleId)).toBeNull()
  const joined = await decide(salma, near, true)
  expect(await groupOf(near.articleId)).toBe(await groupOf(near.otherId))
  expect([await isOpen(narrow), await isOpen(near)]).toEqual([false, false])
  await undo(salma, parted)
  await undo(salma, joined)
  expect([await isOpen(narrow), await isOpen(near)]).toEqual([true, true])
})

test('what somebody has moved or withdrawn meanwhile is no question any more', async () => {
  const [moved, withdrawn] = [await aDoubt({ joined: true }), await aDoubt({})]
  await db.article.update({ where: { id: moved.articleId }, data: { storyId: (await article()).storyId } })
  await db.article.update({ where: { id: withdrawn.otherId }, data: { withdrawnAt: ctx.now() } })
  expect([await isOpen(moved), await isOpen(withdrawn)]).toEqual([false, false])
  await expect(decide(await contextOf('editor'), withdrawn, true)).rejects.toMatchObject({ key: 'notFound' })
})

test('who may not decide decides nothing', async () => {
  const reader = await contextOf('editor')
  const doubts = [await aDoubt({}), await aDoubt({ about: 'text' })]
  await whereRoleMayOnly('editor', ['article:read'], async () => {
    for (const doubt of doubts)
      for (const same of [true, false])
        await expect(decide(reader, doubt, same)).rejects.toMatchObject({ key: 'forbidden' })
  })
  for (const doubt of doubts) expect(await isOpen(doubt)).toBe(true)
})
