import { expect, test } from 'vitest'
import { createAnnotation } from '#lib/annotate/create-annotation.ts'
import { deleteAnnotation } from '#lib/annotate/delete-annotation.ts'
import { exportAnnotations } from '#lib/annotate/export-annotations.ts'
import { listAnnotations } from '#lib/annotate/list-annotations.ts'
import { replyToAnnotation } from '#lib/annotate/reply-to-annotation.ts'
import { resolveAnnotation } from '#lib/annotate/resolve-annotation.ts'
import { editText } from '#lib/correct/edit-text.ts'
import type { Context } from '#lib/db/context.ts'
import { undo } from '#lib/undo.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'
import { whereRoleMayOnly } from '#tests/support/grants.ts'

const ctx = systemContext()
const TEXT =
  'اجتمع وزراء خارجية دول الساحل يوم الثلاثاء في نيامي.\n\nوناقش الوزراء (ECOWAS) أمن الحدود، وقالوا إنهم سيلتقون مجددًا في الربيع.'

async function annotate(who: Context, articleId: string, exact: string, text = TEXT, body = 'تحقق من هذا') {
  const start = text.indexOf(exact)
  return createAnnotation(who, {
    articleId,
    revision: 1,
    start,
    end: start + exact.length,
    exact,
    kind: 'comment',
    body,
  })
}
const only = async (articleId: string) => (await listAnnotations(ctx, articleId))[0]

test('a comment keeps its words, its place and what stands around them', async () => {
  const [salma, article] = [await contextOf('editor'), await anArticle(ctx, { text: TEXT })]
  await annotate(salma, article.id, 'الوزراء (ECOWAS) أمن')
  const note = await only(article.id)
  expect(note).toMatchObject({
    exact: 'الوزراء (ECOWAS) أمن',
    body: 'تحقق من هذا',
    revision: 1,
    user: { id: salma.actor.userId },
  })
  expect(TEXT.slice(note?.start, note?.end)).toBe(note?.exact)
  expect(TEXT).toContain(`${note?.prefix}${note?.exact}${note?.suffix}`)
})

test('a selection across paragraphs is one note, whatever the browser puts between them', async () => {
  const [salma, article] = [await contextOf('editor'), await anArticle(ctx, { text: TEXT })]
  const start = TEXT.indexOf('في نيامي')
  const end = TEXT.indexOf(' أمن')
  const exact = TEXT.slice(start, end).replace('\n\n', '\n')
  await createAnnotation(salma, { articleId: article.id, revision: 1, start, end, exact, kind: 'highlight', body: '' })
  expect(await only(article.id)).toMatchObject({ start, end, exact: TEXT.slice(start, end) })
})

test('a note whose offsets do not fit its words is refused', async () => {
  const [salma, article] = [await contextOf('editor'), await anArticle(ctx, { text: TEXT })]
  const wrong = createAnnotation(salma, {
    articleId: article.id,
    revision: 1,
    start: 3,
    end: 9,
    exact: 'نيامي',
    kind: 'highlight',
    body: '',
  })
  await expect(wrong).rejects.toMatchObject({ key: 'conflict' })
})

test('a note moves with its words when the text before it is edited, and back by the undo', async () => {
  const [salma, article] = [await contextOf('editor'), await anArticle(ctx, { text: TEXT })]
  await annotate(salma, article.id, 'أمن الحدود')
  const before = await only(article.id)
  const { eventId } = await editText(salma, {
    articleId: article.id,
    revision: 1,
    text: `مقدمة جديدة للخبر.\n\n${TEXT}`,
  })
  const after = await only(article.id)
  expect(after).toMatchObject({ exact: 'أمن الحدود', unplacedAt: null, revision: 2 })
  expect(after?.start).toBe((before?.start ?? 0) + 'مقدمة جديدة للخبر.\n\n'.length)
  await undo(salma, { eventId: eventId as string })
  expect(await only(article.id)).toMatchObject({ start: before?.start, revision: 3 })
})

test('a note whose words are gone is shown unplaced with its quotation, and finds them when they come back', async () => {
  const [salma, article] = [await contextOf('editor'), await anArticle(ctx, { text: TEXT })]
  await annotate(salma, article.id, 'وقالوا إنهم سيلتقون مجددًا في الربيع')
  const { eventId } = await editText(salma, {
    articleId: article.id,
    revision: 1,
    text: 'وصلت شحنة من القمح إلى ميناء داكار مساء الأحد.',
  })
  const lost = await only(article.id)
  expect(lost).toMatchObject({ exact: 'وقالوا إنهم سيلتقون مجددًا في الربيع' })
  expect(lost?.unplacedAt).not.toBeNull()
  const [exported] = await exportAnnotations(ctx, article.id, 'https://desk.example')
  expect(exported?.target).toMatchObject({ selector: [{ type: 'TextQuoteSelector' }] })
  await undo(salma, { eventId: eventId as string })
  expect(await only(article.id)).toMatchObject({ unplacedAt: null })
})

test('a selection made on the text before an edit lands on the same words after it', async () => {
  const [salma, article] = [await contextOf('editor'), await anArticle(ctx, { text: TEXT })]
  await editText(salma, { articleId: article.id, revision: 1, text: `تحديث.\n\n${TEXT}` })
  await annotate(salma, article.id, 'أمن الحدود')
  expect(await only(article.id)).toMatchObject({
    exact: 'أمن الحدود',
    revision: 2,
    start: TEXT.indexOf('أمن الحدود') + 8,
  })
})

test('replies, resolving, reopening and deleting each leave a trace and can be taken back', async () => {
  const [salma, karim, article] = [
    await contextOf('editor'),
    await contextOf('editor'),
    await anArticle(ctx, { text: TEXT }),
  ]
  await annotate(salma, article.id, 'أمن الحدود')
  const id = (await only(article.id))?.id as string
  const replyId = crypto.randomUUID()
  const { eventId: replied } = await replyToAnnotation(karim, { annotationId: id, body: 'صحيح', replyId })
  expect(await replyToAnnotation(karim, { annotationId: id, body: 'صحيح', replyId })).toEqual({})
  expect((await only(article.id))?.replies).toHaveLength(1)
  await undo(karim, { eventId: replied as string })
  expect((await only(article.id))?.replies).toHaveLength(0)

  const { eventId: resolved } = await resolveAnnotation(karim, { annotationId: id, resolved: true })
  await expect(resolveAnnotation(salma, { annotationId: id, resolved: true })).rejects.toMatchObject({
    key: 'conflict',
  })
  await undo(karim, { eventId: resolved })
  expect(await only(article.id)).toMatchObject({ resolvedAt: null })

  await expect(deleteAnnotation(karim, { annotationId: id })).rejects.toMatchObject({ key: 'forbidden' })
  const { eventId: deleted } = await deleteAnnotation(salma, { annotationId: id })
  expect(await only(article.id)).toBeUndefined()
  await expect(deleteAnnotation(salma, { annotationId: id })).rejects.toMatchObject({ key: 'notFound' })
  await undo(salma, { eventId: deleted })
  expect(await only(article.id)).toMatchObject({ id })
})

test('who may not annotate leaves no note', async () => {
  const reader = await contextOf('editor')
  const article = await anArticle(ctx, { text: TEXT })
  await whereRoleMayOnly('editor', ['article:read'], async () => {
    await expect(annotate(reader, article.id, 'أمن الحدود')).rejects.toMatchObject({ key: 'forbidden' })
  })
  await annotate(await contextOf('editor'), article.id, 'أمن الحدود')
  const id = (await only(article.id))?.id as string
  await whereRoleMayOnly('editor', ['article:read'], async () => {
    for (const attempt of [
      () => replyToAnnotation(reader, { annotationId: id, body: 'x' }),
      () => resolveAnnotation(reader, { annotationId: id, resolved: true }),
      () => deleteAnnotation(reader, { annotationId: id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ key: 'forbidden' })
  })
})

test('notes and replies leave as W3C Web Annotations', async () => {
  const [salma, article] = [await contextOf('editor'), await anArticle(ctx, { text: TEXT })]
  await annotate(salma, article.id, 'أمن الحدود')
  await replyToAnnotation(salma, { annotationId: (await only(article.id))?.id as string, body: 'رد' })
  const [note, reply] = await exportAnnotations(salma, article.id, 'https://desk.example')
  expect(note).toMatchObject({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    motivation: 'commenting',
    target: { source: `https://desk.example/articles/${article.id}` },
  })
  expect(reply).toMatchObject({ motivation: 'replying', target: note?.id })
})
