import { beforeAll, expect, test } from 'vitest'
import type { Context } from '#lib/db/context.ts'
import { learn } from '#lib/jobs/handlers/learn.ts'
import { acceptSuggested } from '#lib/tag/accept-suggested.ts'
import { addTag } from '#lib/tag/add-tag.ts'
import { learnFromDecisions } from '#lib/tag/learn/learn-from-decisions.ts'
import { removeTag } from '#lib/tag/remove-tag.ts'
import { suggestTags } from '#lib/tag/suggest-tags.ts'
import { undo } from '#lib/undo.ts'
import { currentVocabulary } from '#lib/vocabulary.ts'
import { aTopic } from '#seeds/builders/a-topic.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'

const system = systemContext()
let editor: Context

const WATER = 'السد النهر الري الفيضان المياه الجفاف الآبار الخزان الأمطار المزارع'.split(' ')
const SPORT = 'المباراة الهدف الفريق اللاعب المدرب الملعب الدوري الكأس الحارس الجمهور'.split(' ')
/** Everyday words, and some of the subject's. */
const report = (words: string[], n: number) =>
  `قال مسؤول يوم الثلاثاء إن ${[0, 3, 5, 8].map((i) => words[(n + i) % words.length]).join(' ثم ')} في المدينة رقم ${n}.`

const decided: string[] = []

beforeAll(async () => {
  editor = await contextOf('editor')
  await aTopic(system, { id: 'desk:water', labelAr: 'مياه', labelEn: 'water', terms: [] })
  await aTopic(system, { id: 'desk:sport', labelAr: 'رياضة', labelEn: 'sport', terms: [] })
  for (let n = 0; n < 40; n++) {
    const article = await anArticle(system, { title: null, text: report(n % 2 ? WATER : SPORT, n) })
    decided.push(article.id)
  }
  const tag = (id: string, articleIds: string[]) =>
    addTag(editor, { articleIds, withCopies: false, subject: { kind: 'topic', id } })
  await tag(
    'desk:sport',
    decided.filter((_, n) => n % 2 === 0),
  )
  await tag(
    'desk:water',
    decided.filter((_, n) => n % 2 === 1),
  )
})

const suggestedFor = async (text: string) =>
  suggestTags({ title: '', text, titleTrusted: true }, (await currentVocabulary(system.db)).tagging).filter(
    ({ subject }) => subject.kind === 'topic',
  )

test('a decision asks for learning, and many decisions of a minute are one job', async () => {
  const jobs = await system.db.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs WHERE key = 'learn'`
  expect(jobs).toHaveLength(1)
})

test('what editors tagged is suggested for the next article like it, with the words that weighed', async () => {
  const text = `أعلنت البلدية أمس أن ${WATER.slice(0, 5).join(' و')} في خطر.`
  expect(await suggestedFor(text)).toEqual([])
  const learnt = await learnFromDecisions(system)
  expect(learnt).toMatchObject({ topics: 2, articles: 40, decisions: 40, changed: true })
  const [first, ...others] = await suggestedFor(text)
  expect(first).toMatchObject({ subject: { kind: 'topic', id: 'desk:water' }, origin: 'model' })
  expect(others).toEqual([])
  expect(first?.evidence.detail).toMatchObject({ accepted: 20, refused: 0, sure: true })
  expect(first?.evidence.matches.length).toBeGreaterThan(1)
  for (const { quote, start, end } of first?.evidence.matches ?? []) expect(text.slice(start, end)).toBe(quote)
})

test('learning again from the same decisions gives the same bytes, from the job’s own thread too', async () => {
  const { sha256 } = await learnFromDecisions(system)
  await system.db.learnedModel.deleteMany()
  await learn(system)
  const row = await system.db.learnedModel.findUniqueOrThrow({ where: { id: 'topics' } })
  expect(Buffer.from(row.sha256).toString('hex')).toBe(sha256)
  expect(await learnFromDecisions(system)).toMatchObject({ sha256, changed: false })
})

test('a decision that is taken back leaves no trace in what is learnt', async () => {
  const before = await learnFromDecisions(system)
  const article = await anArticle(system, { title: null, text: report(WATER, 77) })
  const { eventId } = await addTag(editor, {
    articleIds: [article.id],
    withCopies: false,
    subject: { kind: 'topic', id: 'desk:sport' },
  })
  expect((await learnFromDecisions(system)).sha256).not.toBe(before.sha256)
  await undo(editor, { eventId: eventId ?? '' })
  expect((await learnFromDecisions(system)).sha256).toBe(before.sha256)
})

test('editors who refuse what a topic’s own words suggest are not asked again', async () => {
  await aTopic(system, {
    id: 'desk:strike',
    labelAr: 'إضراب',
    labelEn: 'strike',
    terms: [{ t: 'ضربة', w: 2, language: 'ar' }],
  })
  const text = (n: number) => `سدد ${SPORT[n % 10]} ضربة حرة في ${SPORT[(n + 3) % 10]}، ثم ضربة أخرى، رقم ${n}.`
  expect((await suggestedFor(text(0))).map(({ subject }) => subject.id)).toContain('desk:strike')
  const labour = await anArticle(system, { title: null, text: 'وجهت النقابة ضربة إلى المصنع وتوقف العمال عن العمل.' })
  const strike = { kind: 'topic' as const, id: 'desk:strike' }
  await addTag(editor, { articleIds: [labour.id], withCopies: false, subject: strike })
  for (let n = 1; n < 25; n++) {
    const article = await anArticle(system, { title: null, text: text(n), tags: [{ topicId: 'desk:strike' }] })
    await removeTag(editor, { articleIds: [article.id], withCopies: false, subject: strike })
  }
  await learnFromDecisions(system)
  expect((await suggestedFor(text(50))).map(({ subject }) => subject.id)).not.toContain('desk:strike')
})

test('accepting all leaves what is not sure for an answer of its own', async () => {
  const article = await anArticle(system)
  const suggested = { articleId: article.id, origin: 'model', state: 'suggested' } as const
  await system.db.articleTag.createMany({
    data: [
      { ...suggested, topicId: 'desk:water', evidence: { detail: { sure: false } } },
      { ...suggested, topicId: 'desk:sport', evidence: { detail: { sure: true } } },
      { ...suggested, country: 'NE', origin: 'rule', evidence: { detail: { mentions: 2 } } },
    ],
  })
  await acceptSuggested(editor, { articleIds: [article.id], withCopies: false })
  const accepted = await system.db.articleTag.findMany({ where: { articleId: article.id, state: 'accepted' } })
  expect(accepted.map((tag) => tag.topicId ?? tag.country).sort()).toEqual(['NE', 'desk:sport'])
})

test('a topic that was retired is suggested no longer, whatever was learnt', async () => {
  const text = `أعلنت البلدية أمس أن ${WATER.slice(0, 5).join(' و')} في خطر.`
  expect((await suggestedFor(text)).map(({ subject }) => subject.id)).toContain('desk:water')
  await system.db.topic.update({ where: { id: 'desk:water' }, data: { retiredAt: system.now() } })
  expect((await suggestedFor(text)).map(({ subject }) => subject.id)).not.toContain('desk:water')
})
