import { describe, expect, test } from 'vitest'
import { BRIDGE, BRIDGE_TITLE, flagsOf, readText } from '#tests/unit/read/support.ts'

describe('an article among the lines of a site', () => {
  test('lines before, inside and after it go; the article stays whole', () => {
    const [first, second, third] = BRIDGE.split('\n')
    const article = readText(
      [
        'logo',
        'الرئيسية',
        'اقتصاد',
        BRIDGE_TITLE,
        BRIDGE_TITLE,
        'شارك عبر فيسبوك',
        first,
        'إعلان',
        second,
        'اقرأ أيضاً: ارتفاع أسعار الخبز في البصرة',
        third,
        'وسوم',
        'العراق',
        'تعليق (3)',
        'الأكثر قراءة',
        'نادي الجوية يفوز بالكأس',
        'أمطار غزيرة على بغداد',
        'Top',
      ].join('\n'),
    )
    expect(article.title?.value).toBe(BRIDGE_TITLE)
    expect(article.text).toBe([first, second, third].join('\n\n'))
  })
  test('a cross-heading that shares words with the text survives as a heading', () => {
    const [first, second, third] = BRIDGE.split('\n')
    const article = readText([BRIDGE_TITLE, first, 'دعامات جديدة للجسر', second, third].join('\n'))
    expect(article.blocks.map((block) => block.kind)).toEqual(['paragraph', 'heading', 'paragraph', 'paragraph'])
    expect(article.text.slice(article.blocks[1]?.start, article.blocks[1]?.end)).toBe('دعامات جديدة للجسر')
  })
  test('captions and ad markers of a template are no part of the text', () => {
    const article = readText(
      `${BRIDGE_TITLE}\n[إعلان_1]\n${BRIDGE}\nعمال عند الجسر العتيق في الموصل. الصورة: رويترز.\n[إعلان_2]`,
    )
    expect(article.text).not.toMatch(/إعلان|الصورة/)
    expect(article.agency).toBeNull()
  })
  test('a long headline with brackets at its end is still a headline', () => {
    const title = `${BRIDGE_TITLE} بعد توقف دام عامين كاملين بسبب نقص في التمويل (تفاصيل)`
    expect(readText(`${title}\n${BRIDGE}`).title?.value).toBe(title)
  })
  test('a text without a headline says so and loses nothing', () => {
    const article = readText(BRIDGE)
    expect(article.title).toBeNull()
    expect(article.text).toBe(BRIDGE.replaceAll('\n', '\n\n'))
    expect(flagsOf(article)).toContain('title-missing')
  })
  test('lines of a mail that were cut at a width become paragraphs again', () => {
    const wrapped =
      'Workers began clearing rubble from the old bridge in Mosul on Sunday,\nthe city council said, two years after money for the repairs ran out and\nthe crossing was closed to all but pedestrians and carts from the market.\n\nTraders in the old market hope that the bridge will bring back customers\nto shops of which half have closed since traffic stopped, and they asked\nthe council to finish one lane before the floods of the coming spring.'
    const article = readText(`Mosul begins to repair its old bridge\n\n${wrapped}`)
    expect(article.blocks).toHaveLength(2)
    expect(article.text).toContain('Sunday, the city council said')
  })
  test('labelled lines of a desk export give their fields', () => {
    const article = readText(
      `العنوان: ${BRIDGE_TITLE}\nالتاريخ: 12/05/2024\nالكاتب: سعاد الجبوري\nالمصدر: المرسى\n\n${BRIDGE}`,
    )
    expect(article).toMatchObject({
      title: { value: BRIDGE_TITLE },
      source: { value: 'المرسى' },
      byline: { value: 'سعاد الجبوري' },
      publishedAt: { value: { iso: '2024-05-12' } },
    })
  })
  test('English news is read by the same rules', () => {
    const article = readText(
      'Home | News | Sport\nMosul begins to repair its old bridge\n12 May 2024\nWorkers began clearing rubble from the old bridge in Mosul on Sunday, the city council said.\nTraders in the market hope that the bridge will bring back customers to their shops.\nRelated stories\nBread prices rise in Basra\nShare\nComments (4)',
    )
    expect(article).toMatchObject({
      title: { value: 'Mosul begins to repair its old bridge' },
      publishedAt: { value: { iso: '2024-05-12' } },
      language: { value: 'en' },
    })
    expect(article.text).not.toMatch(/Home|Basra|Comments/)
  })
  test('a line a hundred thousand words long is read in a moment', () => {
    const started = performance.now()
    const article = readText(`${BRIDGE_TITLE}\n${'كلمة أخرى '.repeat(100_000)}`)
    expect(article.text.length).toBeGreaterThan(900_000)
    expect(performance.now() - started).toBeLessThan(4000)
  })
})
