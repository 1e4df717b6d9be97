import '#tests/support/database.ts'

import { beforeAll, expect, test } from 'vitest'
import { indexBands } from '#lib/compare/band-lookup.ts'
import { compareArticles, type NewArticle } from '#lib/compare/compare-articles.ts'
import { inCompareTurn } from '#lib/compare/compare-turn.ts'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import { publishedSpan } from '#lib/compare/published-span.ts'
import { newId } from '#lib/core/id.ts'
import { pool } from '#lib/db/client.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { systemContext } from '#tests/support/context.ts'

/** What one paper puts under each of its articles. */
const DISCLAIMER =
  'اقرأ أيضا: أهم أخبار اليوم في صور، وأبرز ما كتبه قراؤنا هذا الأسبوع. جميع الحقوق محفوظة للصحيفة، ولا يجوز نقل هذه ' +
  'المادة أو إعادة نشرها كليا أو جزئيا من دون إذن خطي مسبق. تابعوا حساباتنا على منصات التواصل، واشتركوا في نشرتنا البريدية ' +
  'لتصلكم آخر المستجدات فور وقوعها، وشاركونا آراءكم في خانة التعليقات أسفل الصفحة. الآراء الواردة لا تعبر بالضرورة عن رأي هيئة التحرير.'
const NEWS = [
  'أضرب الخبازون في حي الزيتونة احتجاجا على سعر الدقيق، وأغلقت عشرون مخبزة أبوابها منذ الفجر، وقال نقيبهم إن الإضراب مفتوح.',
  'وصلت إلى المرفأ باخرة تحمل ثلاثين ألف طن من القمح، وقال مدير الديوان إن التوزيع على المطاحن يبدأ صباح الغد بالقطار.',
  'فاز فريق الهلال على ضيفه النجم بهدفين في افتتاح الدوري، وسجل المهاجم سامي الهدف الثاني قبل نهاية المباراة بدقيقة.',
  'افتتحت بلدية المرجانة حديقة عامة على ضفة النهر، تضم ملعبا للأطفال ومكتبة صغيرة، وحضر الحفل مئات من سكان الأحياء القريبة.',
  'أعلنت الجامعة نتائج المسابقة الوطنية للرياضيات، وحلت طالبة من الصنوبرة أولى بعدما أجابت عن كل الأسئلة في ساعتين.',
  'تعاقد المسرح البلدي مع فرقة من خمسة عشر عازفا لإحياء أمسيات الخميس، وطرحت التذاكر في شباك القاعة وفي مكتبات المدينة.',
  'زرع متطوعون ألفي شجرة زيتون على سفح التل الأحمر، وتكفلت جمعية الفلاحين بالسقي طوال الصيف وبحراسة الشتلات من الماعز.',
  'انقطعت المياه عن ثلاث قرى جبلية بعد انهيار صخري أصاب الأنبوب الرئيسي، وأرسلت الشركة صهاريج في انتظار إصلاح العطب.',
]
const AGENCY =
  'وقعت الحكومة وشركة السكك اتفاقا لتجديد الخط الساحلي في أربعة أعوام بكلفة ثمانمئة مليون، يشمل شراء عشرين قطارا كهربائيا ' +
  'وتأهيل ثلاثين محطة وتدريب السائقين في معهد جديد. وقال وزير النقل إن الرحلة بين العاصمة والميناء ستستغرق ساعة بدل ساعتين، ' +
  'وإن العمل يبدأ في الربيع من جهة الشمال. ورحبت النقابة بالاتفاق وطالبت بالحفاظ على الوظائف في الورش القديمة. وأوضح مدير ' +
  'الشركة أن التمويل يأتي من قرض طويل الأجل ومن عائدات الأراضي المحيطة بالمحطات، وأن التذاكر لن ترتفع قبل نهاية الأشغال. ' +
  'ويعود آخر تجديد للخط إلى ثلاثين عاما مضت، حين أضيف مسار ثان بين المرجانة والصنوبرة بعد حادث تصادم أودى بحياة سائقين.'

const ctx = systemContext()
let paper = ''
let other = ''

beforeAll(async () => {
  const source = (slug: string) =>
    ctx.db.source.create({ data: { slug, nameAr: slug, kind: 'newspaper', language: 'ar' } })
  paper = (await source('al-marsad')).id
  other = (await source('al-manar')).id
})

const arriving = (text: string, sourceId: string | null): NewArticle => ({
  id: newId(),
  prepared: prepareArticle({ title: null, text }),
  at: publishedSpan('2026-11-17'),
  sourceId,
})
const compared = (articles: NewArticle[]) => inCompareTurn(pool(), (client) => compareArticles(client, articles))

/** The article as the archive has it. */
async function stored({ prepared, sourceId }: NewArticle, text: string): Promise<string> {
  const { checksum, signature, wordCount } = prepared.print
  const { id } = await anArticle(ctx, {
    title: null,
    text,
    sourceId: sourceId as string,
    wordCount,
    textChecksum: new Uint8Array(Buffer.from(checksum, 'hex')),
    signature: new Uint8Array(signature.buffer.slice(0) as ArrayBuffer),
  })
  await inCompareTurn(pool(), (client) => indexBands(client, [{ id, print: prepared.print }]))
  return id
}

test('without knowing what the paper repeats they would be taken for copies', async () => {
  const { places } = await compared(NEWS.map((news) => arriving(`${news}\n\n${DISCLAIMER}`, null)))
  expect(places.some(({ groupId }) => groupId !== null)).toBe(true)
})

test('six articles of one source that share only its disclaimer are six', async () => {
  const { places } = await compared(NEWS.slice(0, 6).map((news) => arriving(`${news}\n\n${DISCLAIMER}`, paper)))
  expect(places.map(({ groupId }) => groupId)).toEqual([null, null, null, null, null, null])
})

test('so are four each of two sources of one house', async () => {
  const { places } = await compared(
    NEWS.map((news, i) => arriving(`${news}\n\n${DISCLAIMER}`, i % 2 === 0 ? paper : other)),
  )
  expect(places.map(({ groupId }) => groupId)).toEqual(NEWS.map(() => null))
})

test('one that comes alone is held against what its source has repeated before; a copy is a copy still', async () => {
  for (const news of NEWS.slice(0, 5)) {
    const text = `${news}\n\n${DISCLAIMER}`
    await stored(arriving(text, paper), text)
  }
  const agency = await stored(arriving(AGENCY, other), AGENCY)
  const { places } = await compared([
    arriving(`${NEWS[7]}\n\n${DISCLAIMER}`, paper),
    arriving(`${AGENCY.replace('في أربعة أعوام', 'على مدى أربع سنوات')}\n\n${DISCLAIMER}`, paper),
  ])
  expect(places[0]?.copies).toEqual([])
  expect(places[1]?.groupId).not.toBeNull()
  expect(places[1]?.copies.map((copy) => copy.of.id)).toContain(agency)
})
