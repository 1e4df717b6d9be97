import { expect, test } from 'vitest'
import { createAnnotation } from '#lib/annotate/create-annotation.ts'
import { countExported, exportAnnotations, exportPage } from '#lib/annotate/export-annotations.ts'
import { importAnnotations } from '#lib/annotate/import-annotations.ts'
import { listAnnotations } from '#lib/annotate/list-annotations.ts'
import { replyToAnnotation } from '#lib/annotate/reply-to-annotation.ts'
import { resolveAnnotation } from '#lib/annotate/resolve-annotation.ts'
import { saveLabel } from '#lib/annotate/save-label.ts'
import type { Context } from '#lib/db/context.ts'
import { undo } from '#lib/undo.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'
import { whereRoleMayOnly } from '#tests/support/grants.ts'

const ctx = systemContext()
const BASE = 'https://desk.example'
const TEXT = '😀 وَقَّعَ الوزراء 👨‍👩‍👧 في Niamey اتفاقًا.\n\nوقال 𝔸 إن «التعاون» مستمر، وإن e\u0301te\u0301 قريب.'

/** An article with a labelled highlight, an open comment, a settled one across paragraphs, and a reply. */
async function annotated(salma: Context) {
  const article = await anArticle(ctx, { text: TEXT })
  const annotate = async (exact: string, more: { body?: string; labelId?: string }) => {
    const start = TEXT.indexOf(exact)
    const { body = '', labelId } = more
    const place = { articleId: article.id, revision: 1, start, end: start + exact.length, exact }
    await createAnnotation(salma, { ...place, kind: body ? 'comment' : 'highlight', body, labelId })
    return (await ctx.db.annotation.findFirstOrThrow({ where: { articleId: article.id }, orderBy: { id: 'desc' } })).id
  }
  const label = await ctx.db.annotationLabel.findFirst({ where: { nameEn: 'Quotation' } })
  if (!label)
    await saveLabel(await contextOf('manager'), { nameAr: 'اقتباس', nameEn: 'Quotation', colour: 'note', position: 1 })
  const { id: labelId } = await ctx.db.annotationLabel.findFirstOrThrow({ where: { nameEn: 'Quotation' } })
  await annotate('«التعاون» مستمر', { labelId })
  const open = await annotate('e\u0301te\u0301', { body: 'ما الصيف؟' })
  const settled = await annotate('👨‍👩‍👧 في Niamey اتفاقًا.\n\nوقال 𝔸', { body: 'تحقق' })
  await replyToAnnotation(salma, { annotationId: open, body: 'الصيف القادم' })
  await resolveAnnotation(salma, { annotationId: settled, resolved: true })
  return article
}

/** All that a note says, but for which article and whose. */
const saying = async (articleId: string) =>
  (await listAnnotations(ctx, articleId)).map(({ replies, label, ...note }) => {
    const { start, end, exact, prefix, suffix, kind, body, unplacedAt, resolvedAt, createdAt } = note
    const told = replies.map((reply) => ({ body: reply.body, createdAt: reply.createdAt }))
    return {
      start,
      end,
      exact,
      prefix,
      suffix,
      kind,
      body,
      unplacedAt,
      resolvedAt,
      createdAt,
      label: label?.nameEn,
      told,
    }
  })

test('what is exported is imported as it was: places, words, comments, labels, replies, what is settled', async () => {
  const salma = await contextOf('editor')
  const [from, to] = [await annotated(salma), await anArticle(ctx, { text: TEXT })]
  const exported = JSON.parse(JSON.stringify(await exportAnnotations(salma, from.id, BASE)))
  const karim = await contextOf('editor')
  expect(await importAnnotations(karim, { articleId: to.id, json: exported })).toMatchObject({
    added: 4,
    unplaced: 0,
    refused: 0,
  })
  expect(await saying(to.id)).toEqual(await saying(from.id))
  const notes = await listAnnotations(ctx, to.id)
  expect(new Set(notes.map((note) => note.userId)), 'a file can say anybody: they are the importer’s').toEqual(
    new Set([karim.actor.userId]),
  )
})

test('importing twice, or onto the article they are of, adds nothing; the undo takes back only what was added', async () => {
  const salma = await contextOf('editor')
  const [from, to] = [await annotated(salma), await anArticle(ctx, { text: TEXT })]
  const json = await exportAnnotations(salma, from.id, BASE)
  expect(await importAnnotations(salma, { articleId: from.id, json })).toMatchObject({ added: 0, known: 3 })
  const [one] = json
  await importAnnotations(salma, { articleId: to.id, json: one })
  const { eventId, ...figures } = await importAnnotations(salma, { articleId: to.id, json })
  expect(figures).toMatchObject({ added: 3, known: 1 })
  await undo(salma, { eventId: eventId as string })
  expect(await saying(to.id)).toHaveLength(1)
  expect(await importAnnotations(salma, { articleId: to.id, json })).toMatchObject({ added: 2, known: 1 })
  expect(await saying(to.id)).toEqual(await saying(from.id))
})

test('others’ annotations find their words in the text as it is, or are shown unplaced with their quotation', async () => {
  const [salma, article] = [await contextOf('editor'), await anArticle(ctx, { text: `${TEXT} خاتمة.` })]
  const target = (selector: unknown) => ({ source: 'https://paper.example/1', selector })
  const json = {
    type: 'AnnotationPage',
    items: [
      {
        type: 'Annotation',
        id: 'https://other.example/1',
        body: { type: 'TextualBody', value: 'أحقًا؟' },
        target: target({
          type: 'TextQuoteSelector',
          exact: 'وقع الوزراء',
          prefix: '😀 ',
          suffix: ' 👨‍👩‍👧 في Niamey اتفاقا',
        }),
      },
      { type: 'Annotation', target: target({ type: 'TextQuoteSelector', exact: 'كلام لم يقله أحد قط في هذا الخبر' }) },
      { type: 'Annotation', target: 'https://paper.example/1' },
      { nothing: true },
    ],
  }
  expect(await importAnnotations(salma, { articleId: article.id, json })).toMatchObject({
    added: 2,
    unplaced: 1,
    refused: 2,
  })
  const [placed, lost] = await listAnnotations(ctx, article.id)
  expect(placed).toMatchObject({ exact: 'وَقَّعَ الوزراء', kind: 'comment', body: 'أحقًا؟', unplacedAt: null })
  expect(lost).toMatchObject({ exact: 'كلام لم يقله أحد قط في هذا الخبر', unplacedAt: expect.any(Date) })
})

test('the undo takes back replies that came to notes which were there', async () => {
  const salma = await contextOf('editor')
  const from = await annotated(salma)
  const json = await exportAnnotations(salma, from.id, BASE)
  const repliesThere = () => ctx.db.annotationReply.count({ where: { annotation: { articleId: from.id } } })
  const another = { ...json.find((one) => one.motivation === 'replying'), id: 'https://other.example/reply' }
  const { eventId } = await importAnnotations(salma, { articleId: from.id, json: [...json, another] })
  expect(await repliesThere()).toBe(2)
  await undo(salma, { eventId: eventId as string })
  expect(await repliesThere()).toBe(1)
})

test('days before history and addresses that name no note of ours are taken in like others’', async () => {
  const [salma, article] = [await contextOf('editor'), await anArticle(ctx, { text: TEXT })]
  const json = {
    id: `${BASE}/articles/${article.id}#note-${'-'.repeat(36)}`,
    created: '-200000-01-01T00:00:00Z',
    target: { source: 'https://a.example', selector: { type: 'TextQuoteSelector', exact: 'التعاون' } },
  }
  expect(await importAnnotations(salma, { articleId: article.id, json })).toMatchObject({ added: 1 })
})

test('while long quotations are looked for in vain, others are answered', async () => {
  const words = (count: number, step: number) =>
    Array.from({ length: count }, (_, i) => `كلمة${(i * step) % 997}`).join(' ')
  const [salma, article] = [await contextOf('editor'), await anArticle(ctx, { text: words(5000, 7919) })]
  const exact = words(130, 23_757)
  const json = Array.from({ length: 80 }, (_, i) => ({
    id: `https://other.example/${i}`,
    target: { source: 'https://a.example', selector: { type: 'TextQuoteSelector', exact } },
  }))
  const started = performance.now()
  let [last, longest] = [started, 0]
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  expect(await importAnnotations(salma, { articleId: article.id, json })).toMatchObject({ added: 80, unplaced: 80 })
  clearInterval(pulse)
  expect(longest).toBeLessThan((performance.now() - started) / 2)
})

test('a file of nothing, and who may not annotate, leave no note', async () => {
  const [reader, article] = [await contextOf('editor'), await anArticle(ctx, { text: TEXT })]
  await expect(importAnnotations(reader, { articleId: article.id, json: {} })).rejects.toMatchObject({ key: 'invalid' })
  const json = { target: { source: 'https://a.example', selector: { type: 'TextQuoteSelector', exact: 'وقال' } } }
  await whereRoleMayOnly('editor', ['article:read'], async () => {
    await expect(importAnnotations(reader, { articleId: article.id, json })).rejects.toMatchObject({ key: 'forbidden' })
  })
  expect(await saying(article.id)).toEqual([])
})

test('the notes of all articles leave page by page, for those who may export', async () => {
  const [salma, manager] = [await contextOf('editor'), await contextOf('manager')]
  await annotated(salma)
  await expect(exportPage(salma, BASE)).rejects.toMatchObject({ key: 'forbidden' })
  await expect(countExported(salma)).rejects.toMatchObject({ key: 'forbidden' })
  let after: string | undefined
  let count = 0
  do {
    const { annotations, next } = await exportPage(manager, BASE, after)
    count += annotations.length
    after = next ?? undefined
  } while (after)
  expect(count).toBe(await countExported(manager))
  expect(count).toBeGreaterThanOrEqual(4)
})
