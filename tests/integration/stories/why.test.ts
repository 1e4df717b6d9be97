import { expect, test } from 'vitest'
import { whyBeside, whyInStory } from '#lib/compare/why-in-story.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'
import { whereRoleMayOnly } from '#tests/support/grants.ts'

const ctx = systemContext()
const MEETING = {
  title: 'وزراء الساحل يجتمعون في نيامي',
  text: 'اجتمع وزراء خارجية الساحل في نيامي، وقال الوزير باكاري تراوري إن 187 عربة ستعبر الحدود في قافلة واحدة.',
}
const RETOLD = {
  title: 'قافلة واحدة عبر الحدود',
  text: 'أعلن الوزير باكاري تراوري في نيامي أن قافلة من 187 عربة تعبر الحدود، بعد اجتماع وزراء الساحل.',
}

test('a story says of each text what it shares with the rest, its copies standing behind it', async () => {
  const first = await anArticle(ctx, MEETING)
  const { storyId } = first
  const other = await anArticle(ctx, { ...RETOLD, storyId })
  const group = await ctx.db.duplicateGroup.create({ data: { primaryId: first.id } })
  const copy = await anArticle(ctx, { ...MEETING, storyId })
  await ctx.db.article.updateMany({
    where: { id: { in: [first.id, copy.id] } },
    data: { duplicateGroupId: group.id },
  })
  const reasons = await whyInStory(ctx, storyId as string)
  expect(reasons.map((why) => why.articleId).sort()).toEqual([first.id, other.id].sort())
  for (const why of reasons) {
    expect(why.names.map((shared) => shared.quote)).toContain('باكاري تراوري')
    expect(why.numbers.map((shared) => shared.quote)).toEqual(['187'])
    expect(why.isDated).toBe(true)
    expect(why.score).toBeGreaterThan(0)
    for (const { quote, span } of [...why.words, ...why.names])
      expect([MEETING, RETOLD].some(({ text }) => text.slice(span.start, span.end) === quote)).toBe(true)
  }
})

test('a story of one text has nothing to be compared with, and a withdrawn article is no evidence', async () => {
  const first = await anArticle(ctx, MEETING)
  await anArticle(ctx, { ...RETOLD, storyId: first.storyId, withdrawnAt: NOW })
  expect(await whyInStory(ctx, first.storyId as string)).toEqual([])
})

test('two articles are explained from either side', async () => {
  const [one, other] = [await anArticle(ctx, MEETING), await anArticle(ctx, RETOLD)]
  const found = await whyBeside(ctx, [{ articleId: one.id, otherId: other.id }])
  expect(found.get(one.id)?.map((why) => why.articleId)).toEqual([one.id, other.id])
})

test('who may not read articles is told nothing of them', async () => {
  const nobody = await contextOf('editor')
  const { id, storyId } = await anArticle(ctx, MEETING)
  await whereRoleMayOnly('editor', [], async () => {
    await expect(whyInStory(nobody, storyId as string)).rejects.toMatchObject({ key: 'forbidden' })
    await expect(whyBeside(nobody, [{ articleId: id, otherId: id }])).rejects.toMatchObject({ key: 'forbidden' })
  })
})
