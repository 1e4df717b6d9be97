import { describe, expect, test } from 'vitest'
import { BRIDGE, BRIDGE_TITLE, readText } from '#tests/unit/read/support.ts'

const withLine = (line: string) => readText(`${BRIDGE_TITLE}\n${BRIDGE}\n${line}`)

describe('the agency behind a text', () => {
  test.each([
    ['ووفق وكالة الصحافة الفرنسية، سيستمر العمل في الجسر حتى نهاية الصيف.', 'AFP'],
    ['(أ ف ب)', 'AFP'],
    ['ونقلت رويترز عن مسؤول في البلدية أن التمويل جاء من صندوق للإعمار.', 'Reuters'],
    ['سعاد الجبوري (وفقًا لوكالة أسوشيتد برس)', 'AP'],
    ['المصدر: وكالات + فرانس برس', 'AFP'],
  ])('%s', (line, agency) => expect(withLine(line).agency?.value).toBe(agency))

  test.each([
    'عمال عند الجسر. الصورة: أسوشيتد برس.',
    'اتصل بنا',
    'وكان مراسل رويترز السابق من بين الحاضرين في الحفل الذي أقيم عند الجسر.',
  ])('%s names none', (line) => expect(withLine(line).agency).toBeNull())

  test('a dateline names it', () =>
    expect(readText(`${BRIDGE_TITLE}\nالموصل (رويترز) - ${BRIDGE}`).agency).toMatchObject({
      value: 'Reuters',
      evidence: { rule: 'agency.dateline' },
    }))
})

describe('who published it', () => {
  test('a name under the text is the source, in its own spelling', () =>
    expect(withLine('جريدة المرسى').source).toMatchObject({ value: 'المرسى', evidence: { rule: 'source.footer' } }))
  test('an outlet that was spoken to is a guess and is marked as one', () => {
    const article = withLine('وأكد المهندس في تصريح للمرسى أن الجسر سيفتح في الربيع المقبل أمام السيارات الصغيرة.')
    expect(article.source?.value).toBe('المرسى')
    expect(article.source?.confidence).toBeLessThan(0.5)
  })
  test('an outlet introduced by what it is was another one', () =>
    expect(withLine('وأكد المهندس في تصريح لصحيفة المرسى أن الجسر سيفتح في الربيع المقبل.').source).toBeNull())
  test('nobody named is nobody', () => {
    const article = readText(`${BRIDGE_TITLE}\n${BRIDGE}`)
    expect(article).toMatchObject({ source: null, agency: null, byline: null })
    expect(article.flags.map((flag) => flag.kind)).toContain('source-unknown')
  })
  test('the republisher and the one it took the text from are kept apart', () => {
    const article = readText(
      `Sahra Sözü - çölün sesi ve haber merkezi\n${BRIDGE_TITLE}\nÇöl PostasıÇöl Postası12/05/2024\n[إعلان_1]\n${BRIDGE}\nNo data`,
    )
    expect(article).toMatchObject({
      source: { value: 'Sahra Sözü' },
      origin: { value: 'Çöl Postası' },
      publishedAt: { value: { iso: '2024-05-12' } },
    })
    expect(article.flags.map((flag) => flag.kind)).toContain('machine-translated')
  })
  test.each([
    ['بقلم: سعاد الجبوري', 'سعاد الجبوري'],
    ['كتب: حسن علوان', 'حسن علوان'],
  ])('%s signs it', (line, name) => expect(readText(`${BRIDGE_TITLE}\n${line}\n${BRIDGE}`).byline?.value).toBe(name))
  test('a section is no byline', () => expect(readText(`${BRIDGE_TITLE}\nأخبار محلية\n${BRIDGE}`).byline).toBeNull())
})

describe('what the delivery states', () => {
  test('wins, and is cleaned like any other text', () => {
    const article = readText('', {
      bytes: new TextEncoder().encode('{}'),
      stated: {
        title: BRIDGE_TITLE,
        text: `إعلان\n${BRIDGE}\nتعليق (0)`,
        publishedAt: '٢٠٢٤-٠٥-١٢',
        source: 'Al Marsa',
        author: 'سعاد الجبوري',
        address: 'https://x.example/1',
      },
    })
    expect(article).toMatchObject({
      title: { value: BRIDGE_TITLE, evidence: { rule: 'stated.title' } },
      source: { value: 'المرسى' },
      byline: { value: 'سعاد الجبوري' },
      address: 'https://x.example/1',
      publishedAt: { value: { iso: '2024-05-12' }, evidence: { rule: 'stated.publishedAt' } },
    })
    expect(article.text).toBe(BRIDGE.replaceAll('\n', '\n\n'))
  })
})

describe('short Latin names of agencies', () => {
  test.each(['Download the app from our page today.', 'Map', 'Mehr'])('%s is a word', (line) =>
    expect(withLine(line).agency).toBeNull(),
  )
})

const opening = (dateline: string) => readText(`${BRIDGE_TITLE}\n${dateline} ${BRIDGE}`)
const under = (line: string) => readText(`${BRIDGE_TITLE}\n${line}\n${BRIDGE}`)

describe('datelines as agencies and papers write them', () => {
  test.each([
    ['نيامي - أ ف ب -', 'AFP'],
    ['نيامي (أ.ف.ب) –', 'AFP'],
    ['باماكو: أف ب -', 'AFP'],
    ['الموصل/ أ ف ب/', 'AFP'],
    ['AFP -', 'AFP'],
    ['(رويترز)', 'Reuters'],
    ['الموصل – «رويترز» –', 'Reuters'],
    ['MOSUL, May 3 (Reuters) -', 'Reuters'],
    ['Mossoul, 3 mai (AFP) —', 'AFP'],
    ['واشنطن - أسوشيتد برس.', 'AP'],
  ])('%s', (dateline, agency) => expect(opening(dateline).agency?.value).toBe(agency))
  test.each([
    ['القاهرة - أ ف ب', 'AFP'],
    ['الموصل/ حسن علوان/ رويترز', 'Reuters'],
    ['لندن (رويترز)', 'Reuters'],
  ])('%s on a line of its own', (line, agency) => expect(under(line).agency?.value).toBe(agency))
  test.each(['أ ف ب', 'أ.ف.ب.', 'AFP', 'مع أ ف ب', 'المرسى / أ ف ب', '(أ ف ب، رويترز)'])('%s under the text', (line) =>
    expect(withLine(line).agency?.value).toBe('AFP'),
  )
  test.each(['اتصل - بنا', 'محافظات - بنا', '© أ ف ب', 'تصوير: رويترز', 'MAP'])('%s names no agency', (line) =>
    expect(withLine(line).agency).toBeNull(),
  )
  test.each(['بغداد، 5 آب –', 'صنعاء – إب:', 'وقال لوكالة «المرسى»، أمس:'])(
    '%s is no dateline of an agency',
    (dateline) => expect(opening(dateline).agency).toBeNull(),
  )
  test('August by both its names is no credit of the AP', () =>
    expect(withLine('وسيفتح الجسر أمام السيارات الصغيرة في 6 أغسطس (آب).').agency).toBeNull())
  test('a paper that signs behind the place is the source', () =>
    expect(opening('الموصل: «المرسى»').source).toMatchObject({ value: 'المرسى' }))
})

describe('names that sign', () => {
  test.each([
    ['بقلم | سعاد الجبوري', 'سعاد الجبوري'],
    ['بقلم: أدونيس', 'أدونيس'],
    ['✍ سعاد الجبوري', 'سعاد الجبوري'],
    ['كتبت سعاد الجبوري', 'سعاد الجبوري'],
    ['أجرى الحوار: حسن علوان', 'حسن علوان'],
    ['الموصل - حسن علوان', 'حسن علوان'],
    ['حسن علوان – الموصل', 'حسن علوان'],
    ['حسن علوان ـ الموصل', 'حسن علوان'],
    ['حسن علوان -الموصل', 'حسن علوان'],
    ['Par Suad JUBOURI avec AFP', 'Suad JUBOURI'],
    ['Propos recueillis par Suad Jubouri', 'Suad Jubouri'],
    ['Rédigé par : Suad Jubouri', 'Suad Jubouri'],
    ['By Suad Al-Jubouri, Reuters', 'Suad Al-Jubouri'],
    ['Reporting by Hasan Alwan; Editing by Suad Jubouri', 'Hasan Alwan'],
  ])('%s', (line, name) => expect(under(line).byline?.value).toBe(name))
  test.each([
    'كتب الوزير رسالة إلى البلدية',
    'تقرير الأمم المتحدة',
    'كتب في 3 مايو 2024',
    'الموصل – مراسل المرسى',
    'وزير الخارجية',
    'Next Previous',
    'By the numbers',
    'Par la rédaction',
  ])('%s names nobody', (line) => expect(under(line).byline).toBeNull())
})
