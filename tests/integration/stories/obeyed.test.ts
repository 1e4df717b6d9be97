import { beforeAll, expect, test } from 'vitest'
import { decideReview } from '#lib/stories/decide-review.ts'
import { listReview } from '#lib/stories/list-review.ts'
import { markNotSameText } from '#lib/stories/mark-not-same-text.ts'
import { loadReference } from '#seeds/reference/load-reference.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'
import { deliver, readAll } from '#tests/support/deliver.ts'

const ctx = systemContext()
const db = ctx.db

type Report = { headline: string; text: string; date?: string }

/** Reports that arrive together, through the whole pipeline. @returns their articles, in the order given */
async function arrive(...reports: Report[]) {
  const lines = reports.map((report) => JSON.stringify({ date: '2026-11-10', ...report }))
  const batchId = await deliver(ctx, { 'reports.jsonl': lines.join('\n') })
  await readAll(ctx, batchId)
  const documents = await db.document.findMany({
    where: { batchId },
    include: { article: true },
    orderBy: { index: 'asc' },
  })
  return documents.map(({ article, problem }) => {
    if (!article) throw new Error(`not read: ${JSON.stringify(problem)}`)
    return article
  })
}
const placeOf = (id: string) =>
  db.article.findUniqueOrThrow({ where: { id }, select: { duplicateGroupId: true, storyId: true } })

beforeAll(() => loadReference(ctx))

const LEAD =
  'أعلنت إدارة ميناء المرجانة يوم الثلاثاء تعليق رسو السفن الكبيرة مدة أسبوعين بعد انهيار جزء من الرصيف الشرقي فجرا. ' +
  'وقال مدير الميناء سليم العوفي إن لجنة هندسية وصلت إلى الموقع وبدأت فحص الأعمدة الخرسانية واحدا بعد آخر. '
const MIDDLE =
  'وأوضح أن ست عشرة سفينة حولت إلى مرفأ السدرة القريب، وأن العمال الذين يبيتون قرب الرصيف نقلوا إلى مساكن مؤقتة. ' +
  'ولم يصب أحد بأذى لأن الانهيار وقع قبل وصول الوردية الصباحية بساعة كاملة. '
const END =
  'وطالبت غرفة التجارة بصرف تعويضات سريعة لأصحاب البضائع التي تلفت في المخازن المبردة بعد انقطاع الكهرباء عنها.'
const port = (end: string): Report => ({
  headline: 'تعليق رسو السفن الكبيرة في ميناء المرجانة أسبوعين',
  text: LEAD + MIDDLE + end,
})

test('a text that is near two which an editor has told apart joins one of them, and chains neither to the other', async () => {
  const salma = await contextOf('editor')
  const [a, b] = await arrive(port(END), port(`${END} وكانت الغرفة قد حذرت من ضعف الرصيف قبل عام ونصف دون جدوى.`))
  if (!a || !b) throw new Error('two reports make two articles')
  expect((await placeOf(a.id)).duplicateGroupId).toBe((await placeOf(b.id)).duplicateGroupId)
  await markNotSameText(salma, { articleId: b.id, otherId: a.id, reason: 'a later version with a warning' })

  const [between] = await arrive(port(`${END} وكانت الغرفة قد حذرت من ضعف الرصيف.`))
  const [again] = await arrive({
    ...port(`${END} وكانت الغرفة قد حذرت من ضعف الرصيف قبل عام ونصف دون جدوى.`),
    date: '2026-11-11',
  })
  const [ofA, ofB, ofBetween, ofAgain] = await Promise.all(
    [a, b, between, again].map((article) => placeOf(article?.id as string)),
  )
  expect(ofBetween?.duplicateGroupId).not.toBeNull()
  expect(ofB?.duplicateGroupId).not.toBeNull()
  expect(ofA?.duplicateGroupId).not.toBe(ofB?.duplicateGroupId)
  // The same words as the one that was told apart go with it.
  expect(ofAgain?.duplicateGroupId).toBe(ofB?.duplicateGroupId)
})

const SUMMIT = 'وزراء مياه حوض النهر الكبير يتفقون في تمبورا على تقاسم البيانات'
const MEETING =
  'اتفق وزراء المياه في دول حوض النهر الكبير في ختام اجتماعهم بمدينة تمبورا على تقاسم بيانات القياس كل ساعة. ' +
  'وقال الأمين العام للهيئة داود كانتي إن المحطات الثلاثين ستربط بشبكة واحدة قبل موسم الفيضان، وإن صندوقا مشتركا سيمول صيانتها.'
const STRIKE =
  'أضرب حراس السدود في تمبورا عن العمل صباح اليوم احتجاجا على تأخر رواتبهم أربعة أشهر، ورفعوا لافتات أمام مقر الهيئة. ' +
  'وقال ممثلهم إبراهيم سيسي إن الحراس الثلاثمئة لن يعودوا إلى مواقعهم قبل أن تدفع الهيئة ما عليها كاملا، وإنهم أبلغوا الشرطة بذلك.'

/** The meeting in other words. */
const MEETING_RETOLD =
  'وكان وزراء مياه حوض النهر الكبير قد تقاسموا في تمبورا الرأي حول بيانات المحطات الثلاثين، واتفقوا على شبكة قياس واحدة للهيئة. ' +
  'وذكر داود كانتي الأمين العام للهيئة أن صندوق الصيانة المشترك لدول حوض النهر يبدأ عمله مع موسم الفيضان، وأن بيانات كل محطة تصل الوزراء ساعة بعد ساعة. ' +
  'وعاد وزراء المياه فأكدوا أن تقاسم بيانات النهر الكبير شرط لربط المحطات، وأن الشبكة الواحدة والصندوق المشترك ثمرة اجتماع تمبورا.'

test('an article that holds a text which an editor has set apart from a story does not join that story', async () => {
  const salma = await contextOf('editor')
  const [meeting, strike] = await arrive(
    { headline: SUMMIT, text: MEETING },
    { headline: 'حراس السدود يضربون احتجاجا على تأخر رواتبهم', text: STRIKE },
  )
  if (!meeting?.storyId || !strike) throw new Error('two reports make two articles')
  await decideReview(salma, {
    articleId: strike.id,
    otherId: meeting.id,
    about: 'event',
    same: false,
    reason: 'the strike is another matter',
  })
  const [both] = await arrive({ headline: SUMMIT, text: `${STRIKE}\n\n${MEETING_RETOLD}` })
  const pairs = await db.duplicatePair.findMany({ where: { OR: [{ aId: both?.id ?? '' }, { bId: both?.id ?? '' }] } })
  expect(pairs.map((pair) => pair.kind)).toEqual(['contains'])
  expect((await placeOf(both?.id as string)).storyId).not.toBe(meeting.storyId)
})

test('what comparing was not sure of is on the review list when it has been read, a sure copy is not', async () => {
  const sentences = (word: string) =>
    Array.from(
      { length: 6 },
      (_, i) => `وروى شاهد ${word} ${i} أن القافلة ${i} سلكت طريق الوادي ${word} قبل الغروب بقليل.`,
    ).join(' ')
  const shared = sentences('عيان')
  const [first, near, sure] = await arrive(
    { headline: 'القافلة تسلك طريق الوادي', text: `${shared} ${sentences('أول')}` },
    { headline: 'شهود يروون ما جرى للقافلة', text: `${shared} ${sentences('ثان').slice(0, 300)}` },
    { headline: 'القافلة تسلك طريق الوادي', text: `${shared} ${sentences('أول')} انتهى.` },
  )
  const pairs = await db.duplicatePair.findMany({ where: { OR: [{ aId: near?.id ?? '' }, { bId: near?.id ?? '' }] } })
  expect(Math.max(...pairs.map((pair) => pair.jaccard))).toBeLessThan(0.6)
  const open = (await listReview(ctx, { limit: 100 })).filter((item) => item.about === 'text')
  expect(open.find((item) => item.articleId === near?.id)).toMatchObject({ threshold: 0.5 })
  expect(open.map((item) => item.articleId)).not.toContain(sure?.id)
  expect(open.map((item) => item.articleId)).not.toContain(first?.id)
})
