import { expect, test } from 'vitest'
import { assignArticles } from '#lib/articles/assign-articles.ts'
import { setArticleState } from '#lib/articles/set-article-state.ts'
import { AppError, type Theirs } from '#lib/core/errors.ts'
import { editField } from '#lib/correct/edit-field.ts'
import { editText } from '#lib/correct/edit-text.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'

const ctx = systemContext()

/** What the one who came second is told of the first one's change. */
async function refused(change: Promise<unknown>): Promise<Theirs | undefined> {
  const error = await change.then(
    () => null,
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(AppError)
  expect(error).toMatchObject({ key: 'conflict' })
  return (error as AppError).details.theirs
}

const two = async () => {
  const [salma, karim] = [await contextOf('editor'), await contextOf('manager')]
  return { salma, karim, karimName: (karim.actor as { name: string }).name, article: await anArticle(ctx) }
}

test('a field that a colleague set meanwhile comes back with their value and name; answered with it, one’s own counts', async () => {
  const { salma, karim, karimName, article } = await two()
  const form = { articleId: article.id, field: 'byline' as const, was: '' }
  await editField(karim, { ...form, value: 'كريم' })
  const theirs = await refused(editField(salma, { ...form, value: 'سلمى' }))
  expect(theirs).toEqual({ values: { value: 'كريم' }, seen: { was: 'كريم' }, by: karimName })
  await editField(salma, { ...form, value: 'سلمى', was: theirs?.seen.was ?? '' })
  expect((await ctx.db.article.findUniqueOrThrow({ where: { id: article.id } })).byline).toBe('سلمى')
})

test('two who set a field to the same value do not contradict each other', async () => {
  const { salma, karim, article } = await two()
  const same = { articleId: article.id, field: 'byline' as const, was: '', value: 'وكالة' }
  await editField(karim, same)
  expect(await editField(salma, same)).toEqual({ note: 'unchanged' })
})

test('a text that a colleague corrected meanwhile comes back whole, headline and text, with their name and revision', async () => {
  const { salma, karim, karimName, article } = await two()
  const form = { articleId: article.id, revision: article.revision }
  await editText(karim, { ...form, title: 'عنوان كريم', text: 'فقرة أولى.\n\nفقرة كريم.' })
  const theirs = await refused(editText(salma, { ...form, title: 'عنوان سلمى', text: 'فقرة سلمى.' }))
  expect(theirs).toEqual({
    values: { title: 'عنوان كريم', text: 'فقرة أولى.\n\nفقرة كريم.' },
    seen: { revision: String(article.revision + 1) },
    by: karimName,
  })
  await editText(salma, { ...form, text: 'معًا.', revision: Number(theirs?.seen.revision) })
  const after = await ctx.db.article.findUniqueOrThrow({ where: { id: article.id }, include: { revisions: true } })
  expect(after.text).toBe('معًا.')
  // Theirs is kept as a revision.
  expect(after.revisions.map(({ text }) => text)).toContain('فقرة أولى.\n\nفقرة كريم.')
})

test('of two steps of one article the second is told of the first, and only where they differ', async () => {
  const { salma, karim, karimName, article } = await two()
  const form = { articleIds: [article.id], withCopies: false, was: 'new' as const }
  await setArticleState(karim, { ...form, state: 'done' })
  expect(await setArticleState(salma, { ...form, state: 'done' })).toEqual({ note: 'unchanged' })
  const theirs = await refused(setArticleState(salma, { ...form, state: 'archived' }))
  expect(theirs).toEqual({ values: { state: 'done' }, seen: { was: 'done' }, by: karimName })
  await setArticleState(salma, { ...form, state: 'archived', was: 'done' })
  expect((await ctx.db.article.findUniqueOrThrow({ where: { id: article.id } })).state).toBe('archived')
})

test('an article that a colleague took first is not taken from them unseen', async () => {
  const { salma, karim, karimName, article } = await two()
  const [mine, theirId] = [salma.actor.userId, karim.actor.userId]
  const form = { articleIds: [article.id], withCopies: false, was: '' }
  await assignArticles(karim, { ...form, userId: theirId })
  const theirs = await refused(assignArticles(salma, { ...form, userId: mine }))
  expect(theirs).toEqual({
    values: { userId: theirId },
    seen: { was: theirId },
    by: karimName,
    names: { [theirId]: karimName },
  })
  expect((await ctx.db.article.findUniqueOrThrow({ where: { id: article.id } })).assigneeId).toBe(theirId)
})
