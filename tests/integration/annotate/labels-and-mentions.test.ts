import { expect, test } from 'vitest'
import { createAnnotation } from '#lib/annotate/create-annotation.ts'
import { deleteAnnotation } from '#lib/annotate/delete-annotation.ts'
import { listAllLabels, listLabels } from '#lib/annotate/list-labels.ts'
import { replyToAnnotation } from '#lib/annotate/reply-to-annotation.ts'
import { resolveAnnotation } from '#lib/annotate/resolve-annotation.ts'
import { retireLabel } from '#lib/annotate/retire-label.ts'
import { saveLabel } from '#lib/annotate/save-label.ts'
import { type NoteFilter, searchAnnotations } from '#lib/annotate/search-annotations.ts'
import { assignArticles } from '#lib/articles/assign-articles.ts'
import type { Context } from '#lib/db/context.ts'
import { countNotices, listNotices } from '#lib/notices/list-notices.ts'
import { seeNotices } from '#lib/notices/see-notices.ts'
import { undo } from '#lib/undo.ts'
import { aUser } from '#seeds/builders/a-user.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'

const ctx = systemContext()
const TEXT = 'اجتمع وزراء خارجية دول الساحل يوم الثلاثاء في نيامي.\n\nوناقش الوزراء أمن الحدود.'

async function named(name: string, email: string): Promise<Context & { actor: { userId: string } }> {
  const user = await aUser(ctx, { role: 'editor', name, email })
  return { ...ctx, actor: { userId: user.id, role: 'editor', name, email } }
}

async function note(who: Context, more: { body?: string; exact?: string; labelId?: string } = {}) {
  const { body = '', exact = 'أمن الحدود', labelId } = more
  const article = await anArticle(ctx, { text: TEXT })
  const start = TEXT.indexOf(exact)
  const kind = body ? 'comment' : 'highlight'
  const input = {
    articleId: article.id,
    revision: 1,
    start,
    end: start + exact.length,
    exact,
    kind,
    body,
    labelId,
  } as const
  const { eventId } = await createAnnotation(who, input)
  const { id } = await ctx.db.annotation.findFirstOrThrow({ where: { articleId: article.id } })
  return { id, eventId, articleId: article.id }
}
const aLabel = async (nameEn: string, nameAr = `ال${nameEn}`) => {
  const manager = await contextOf('manager')
  const { eventId } = await saveLabel(manager, { nameAr, nameEn, colour: 'doubt', position: 3 })
  const label = await ctx.db.annotationLabel.findFirstOrThrow({ where: { nameEn } })
  return { ...label, manager, eventId }
}
const kindsOf = async (who: Context) => (await listNotices(who, {})).notices.map((notice) => notice.kind)

test('a manager adds labels, an editor marks with them, and no two have one name', async () => {
  const label = await aLabel('Claim', 'ادعاء')
  const salma = await contextOf('editor')
  const { id } = await note(salma, { labelId: label.id })
  expect(await ctx.db.annotation.findUnique({ where: { id } })).toMatchObject({ labelId: label.id, kind: 'highlight' })
  const again = { nameAr: 'إدعاء', nameEn: 'Assertion', colour: 'mark', position: 1 } as const
  await expect(saveLabel(label.manager, again)).rejects.toMatchObject({ key: 'conflict' })
  await expect(saveLabel(salma, { ...again, nameAr: 'زعم' })).rejects.toMatchObject({ key: 'forbidden' })
  const { eventId } = await saveLabel(label.manager, { ...again, nameAr: 'زعم', nameEn: 'Claimed', labelId: label.id })
  await undo(label.manager, { eventId })
  expect(await ctx.db.annotationLabel.findUnique({ where: { id: label.id } })).toMatchObject({ nameEn: 'Claim' })
})

test('a label that was added by mistake goes with the undo; one in use is retired instead', async () => {
  const [unused, used] = [await aLabel('Unused'), await aLabel('Used')]
  await note(await contextOf('editor'), { labelId: used.id })
  await undo(unused.manager, { eventId: unused.eventId })
  await undo(used.manager, { eventId: used.eventId })
  const left = await listAllLabels(used.manager)
  expect(left.find(({ id }) => id === unused.id)).toBeUndefined()
  expect(left.find(({ id }) => id === used.id)).toMatchObject({ retiredAt: expect.any(Date), uses: 1 })
})

test('a retired label is offered no longer, stays on its notes, and comes back by the undo', async () => {
  const label = await aLabel('Figure')
  const salma = await contextOf('editor')
  const { id } = await note(salma, { labelId: label.id })
  const { eventId } = await retireLabel(label.manager, { labelId: label.id, retired: true })
  expect((await listLabels(salma)).map((one) => one.id)).not.toContain(label.id)
  await expect(note(salma, { labelId: label.id })).rejects.toMatchObject({ key: 'conflict' })
  await expect(retireLabel(label.manager, { labelId: label.id, retired: true })).rejects.toMatchObject({
    key: 'conflict',
  })
  await expect(retireLabel(salma, { labelId: label.id, retired: false })).rejects.toMatchObject({ key: 'forbidden' })
  expect((await searchAnnotations(salma, { label: label.id })).notes.map((one) => one.id)).toEqual([id])
  await undo(label.manager, { eventId })
  expect((await listLabels(salma)).map((one) => one.id)).toContain(label.id)
})

test('who is mentioned is told, by name or by the first part of the address, and the writer is not', async () => {
  const ahmad = await named('أحمد الفزاني', 'a.fezzani@desk.example')
  const zeinab = await named('Zeinab Kanté', 'zkante@desk.example')
  const { id, eventId } = await note(ahmad, { body: '@zkante و@احمد الفزاني: هل تأكد هذا؟' })
  expect(await kindsOf(zeinab)).toEqual(['mention'])
  expect(await kindsOf(ahmad)).toEqual([])
  expect(await countNotices(zeinab)).toBe(1)
  await undo(ahmad, { eventId })
  expect(await countNotices(zeinab), 'a note that was taken back tells nobody').toBe(0)
  expect(id).toBeTruthy()
})

test('a reply tells the writer and who replied before, once each, and goes with its undo', async () => {
  const [salma, karim, lina] = [await contextOf('editor'), await contextOf('editor'), await contextOf('editor')]
  const { id } = await note(salma, { body: 'تحقق' })
  await replyToAnnotation(karim, { annotationId: id, body: 'صحيح' })
  const { eventId } = await replyToAnnotation(lina, { annotationId: id, body: 'شكرا' })
  expect(await kindsOf(salma)).toEqual(['reply', 'reply'])
  expect(await kindsOf(karim)).toEqual(['reply'])
  expect(await kindsOf(lina)).toEqual([])
  await undo(lina, { eventId: eventId as string })
  expect(await kindsOf(karim)).toEqual([])
  expect(await kindsOf(salma)).toEqual(['reply'])
})

test('a notice opens its place and is seen then; of a colleague nothing is seen', async () => {
  const [salma, karim] = [await contextOf('editor'), await contextOf('editor')]
  const { id, articleId } = await note(salma, { body: 'تحقق' })
  await replyToAnnotation(karim, { annotationId: id, body: 'صحيح' })
  const [notice] = (await listNotices(salma, {})).notices
  const noticeId = notice?.id as string
  await expect(seeNotices(karim, { noticeId })).rejects.toMatchObject({ key: 'notFound' })
  expect(await countNotices(salma)).toBe(1)
  const place = { redirectTo: `/articles/${articleId}#note-${id}` }
  expect(await seeNotices(salma, { noticeId })).toEqual(place)
  expect(await seeNotices(salma, { noticeId })).toEqual(place)
  expect(await countNotices(salma)).toBe(0)
  await replyToAnnotation(karim, { annotationId: id, body: 'وأيضا' })
  await seeNotices(salma, {})
  expect(await countNotices(salma)).toBe(0)
  await deleteAnnotation(salma, { annotationId: id })
  expect(await kindsOf(salma)).toEqual([])
})

test('notes of all articles are found by their words, label, writer and state, a page at a time', async () => {
  const [salma, karim] = [await contextOf('editor'), await named('ناجي بو حريص', 'naji@desk.example')]
  const body = 'فحص الأرقام مع المراسل'
  const first = await note(salma, { body })
  const second = await note(karim, { body: 'بلا رد' })
  await resolveAnnotation(karim, { annotationId: second.id, resolved: true })
  await replyToAnnotation(salma, { annotationId: second.id, body: 'إجابة @naji' })
  const find = async (filter: NoteFilter, who: Context = salma) => {
    const { notes } = await searchAnnotations(who, filter)
    return notes.map((one) => one.id).filter((id) => id === first.id || id === second.id)
  }
  expect(await find({ q: 'الارقام' }), 'a hamza missing').toEqual([first.id])
  expect(await find({ q: 'اجابه' }), 'in a reply').toEqual([second.id])
  expect(await find({ q: '%' })).toEqual([])
  expect(await find({ by: karim.actor.userId })).toEqual([second.id])
  expect(await find({ state: 'open' })).toEqual([first.id])
  expect(await find({ state: 'resolved' })).toEqual([second.id])
  expect(await find({ state: 'unplaced' })).toEqual([])
  expect(await find({ mine: true }, karim)).toEqual([second.id])
  expect(await find({ after: second.id })).toEqual([first.id])
  for (let i = 0; i < 31; i++) await note(salma, { body: `صفحة ${i}` })
  const page = await searchAnnotations(salma, { by: salma.actor.userId })
  expect(page.notes).toHaveLength(30)
  const rest = await searchAnnotations(salma, { by: salma.actor.userId, after: page.next as string })
  expect(rest).toMatchObject({ next: null })
  expect(new Set([...page.notes, ...rest.notes].map((one) => one.id)).size).toBe(32)
})

test('who is given articles is told once of all of them, and not what they took themselves', async () => {
  const [manager, salma] = [await contextOf('manager'), await contextOf('editor')]
  const ids = [(await anArticle(ctx)).id, (await anArticle(ctx)).id]
  const { eventId } = await assignArticles(manager, { articleIds: ids, userId: salma.actor.userId, withCopies: false })
  const [notice, ...others] = (await listNotices(salma, {})).notices
  expect(notice).toMatchObject({ kind: 'assigned', articles: 2, by: { name: manager.actor.name } })
  expect(others).toEqual([])
  await undo(manager, { eventId: eventId as string })
  await assignArticles(salma, { articleIds: ids, userId: salma.actor.userId, withCopies: false })
  expect(await kindsOf(salma)).toEqual([])
})
