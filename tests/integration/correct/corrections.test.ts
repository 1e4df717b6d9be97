import { expect, test } from 'vitest'
import { dismissFlag } from '#lib/articles/dismiss-flag.ts'
import { editField } from '#lib/correct/edit-field.ts'
import { editText } from '#lib/correct/edit-text.ts'
import { undo } from '#lib/undo.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'
import { whereRoleMayOnly } from '#tests/support/grants.ts'

const ctx = systemContext()
const db = ctx.db
const stored = (id: string) =>
  db.article.findUniqueOrThrow({ where: { id }, include: { flags: true, revisions: true, story: true } })

test('a corrected date is marked as the editor’s, answers the doubts about it and moves the story’s span', async () => {
  const salma = await contextOf('editor')
  const article = await anArticle(ctx, {
    flags: ['date-of-page', 'title-mismatch'],
    evidence: { publishedAt: { rule: 'date.footer', confidence: 0.4 } },
  })
  const was = '2026-11-17'
  const { eventId } = await editField(salma, { articleId: article.id, field: 'publishedAt', value: '٢٠٢٦-١١-١٢', was })
  const after = await stored(article.id)
  expect(after).toMatchObject({
    publishedAt: new Date('2026-11-12T12:00:00Z'),
    publishedPrecision: 'day',
    sortAt: new Date('2026-11-12T12:00:00Z'),
  })
  expect(after.evidence).toMatchObject({
    publishedAt: { rule: 'person', by: salma.actor.userId, at: NOW.toISOString() },
  })
  expect(after.story).toMatchObject({ firstAt: after.sortAt, lastAt: after.sortAt })
  expect(after.flags.filter((flag) => flag.dismissedAt).map((flag) => flag.kind)).toEqual(['date-of-page'])

  await undo(salma, { eventId: eventId as string })
  const back = await stored(article.id)
  expect(back).toMatchObject({ publishedAt: NOW, sortAt: NOW, evidence: article.evidence })
  expect(back.flags.every((flag) => flag.dismissedAt === null)).toBe(true)
})

test('a source is found by any of its names, however they are spelt; another name is kept as written', async () => {
  const salma = await contextOf('editor')
  const source = await db.source.create({
    data: { slug: 'sahel-press', kind: 'agency', nameAr: 'الساحل برس', aliases: ['SP'] },
  })
  const article = await anArticle(ctx, { flags: ['source-unknown'] })
  await editField(salma, { articleId: article.id, field: 'source', value: 'السّاحل برس', was: '' })
  expect(await stored(article.id)).toMatchObject({ sourceId: source.id })
  await editField(salma, { articleId: article.id, field: 'source', value: 'صوت الواحة', was: 'السّاحل برس' })
  expect(await stored(article.id)).toMatchObject({ sourceId: null, sourceName: 'صوت الواحة' })
})

test('of two editors who correct one field, the second is told, and nothing is lost', async () => {
  const [salma, karim, article] = [await contextOf('editor'), await contextOf('editor'), await anArticle(ctx)]
  const { eventId } = await editField(salma, { articleId: article.id, field: 'byline', value: 'سلمى', was: '' })
  const late = editField(karim, { articleId: article.id, field: 'byline', value: 'كريم', was: '' })
  await expect(late).rejects.toMatchObject({ key: 'conflict' })
  await editField(karim, { articleId: article.id, field: 'byline', value: 'كريم', was: 'سلمى' })
  await expect(undo(salma, { eventId: eventId as string })).rejects.toMatchObject({ key: 'conflict' })
  expect(await stored(article.id)).toMatchObject({ byline: 'كريم' })
})

test.each([
  ['publishedAt', '2026-02-31'],
  ['publishedAt', 'أمس'],
  ['language', 'Arabic'],
] as const)('no %s is taken from «%s»', async (field, value) => {
  const article = await anArticle(ctx)
  const was = field === 'language' ? 'ar' : '2026-11-17'
  const attempt = editField(await contextOf('editor'), { articleId: article.id, field, value, was })
  await expect(attempt).rejects.toMatchObject({ key: 'invalid' })
})

test('a field that is saved as it was stays the machine’s', async () => {
  const article = await anArticle(ctx, { evidence: { byline: { rule: 'byline.signed', confidence: 0.8 } } })
  const input = { articleId: article.id, field: 'byline', value: '', was: '' } as const
  expect(await editField(await contextOf('editor'), input)).toEqual({ note: 'unchanged' })
  expect(await stored(article.id)).toMatchObject({ evidence: { byline: { rule: 'byline.signed' } } })
})

test('a corrected text keeps the earlier one, is found by its new words, and comes back by the undo', async () => {
  const salma = await contextOf('editor')
  const article = await anArticle(ctx, { title: 'عنوان شارد', text: 'نص أول.\n\nنص ثان.', flags: ['title-mismatch'] })
  const edit = { articleId: article.id, revision: 1, title: 'قمة باماكو', text: 'نص أول مصحح.\r\n \r\nنص ثان.' }
  const { eventId } = await editText(salma, edit)
  const after = await stored(article.id)
  expect(after).toMatchObject({ title: 'قمة باماكو', text: 'نص أول مصحح.\n\nنص ثان.', revision: 2, wordCount: 5 })
  expect(after.revisions).toMatchObject([
    { number: 1, title: 'عنوان شارد', text: 'نص أول.\n\nنص ثان.', createdById: salma.actor.userId },
  ])
  expect(after.evidence).toMatchObject({ title: { by: salma.actor.userId }, text: { by: salma.actor.userId } })
  expect(after.flags[0]?.dismissedAt).not.toBeNull()
  expect(Buffer.from(after.textChecksum)).not.toEqual(Buffer.from(article.textChecksum))
  const found = await db.$queryRaw<
    unknown[]
  >`SELECT 1 FROM article WHERE id = ${article.id}::uuid AND search_vector @@ 'باماكو'::tsquery`
  expect(found).toHaveLength(1)
  await expect(editText(salma, edit)).rejects.toMatchObject({ key: 'conflict' })

  await undo(salma, { eventId: eventId as string })
  expect(await stored(article.id)).toMatchObject({
    title: 'عنوان شارد',
    text: 'نص أول.\n\nنص ثان.',
    revision: 3,
    evidence: {},
  })
})

test('saving a text unchanged makes no revision', async () => {
  const article = await anArticle(ctx)
  await editText(await contextOf('editor'), {
    articleId: article.id,
    revision: 1,
    title: article.title as string,
    text: article.text,
  })
  expect(await stored(article.id)).toMatchObject({ revision: 1, revisions: [] })
})

test('a flag is put aside, not twice, and raised again by the undo', async () => {
  const salma = await contextOf('editor')
  const article = await anArticle(ctx, { flags: ['truncated'] })
  const input = { articleId: article.id, kind: 'truncated', dismissed: true } as const
  const { eventId } = await dismissFlag(salma, input)
  expect((await stored(article.id)).flags[0]).toMatchObject({ dismissedById: salma.actor.userId })
  await expect(dismissFlag(salma, input)).rejects.toMatchObject({ key: 'conflict' })
  await undo(salma, { eventId })
  expect((await stored(article.id)).flags[0]).toMatchObject({ dismissedAt: null })
})

test('who may not edit corrects nothing', async () => {
  const reader = await contextOf('editor')
  const article = await anArticle(ctx, { flags: ['truncated'] })
  const attempts = [
    () => editField(reader, { articleId: article.id, field: 'byline', value: 'x', was: '' }),
    () => editText(reader, { articleId: article.id, revision: 1, title: 'x' }),
    () => dismissFlag(reader, { articleId: article.id, kind: 'truncated', dismissed: true }),
  ]
  await whereRoleMayOnly('editor', ['article:read'], async () => {
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ key: 'forbidden' })
  })
  expect(await stored(article.id)).toMatchObject({ byline: null, revision: 1 })
})
