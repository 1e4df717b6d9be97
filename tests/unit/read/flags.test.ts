import { describe, expect, test } from 'vitest'
import { BRIDGE, BRIDGE_TITLE, flagsOf, readText } from '#tests/unit/read/support.ts'

const STRAY = 'نادي الأهلي القاهري يتوج بكأس أفريقيا للمرة الثانية عشرة في تونس'

describe('doubts are raised with their reason', () => {
  test('a headline of another article, with a better one proposed', () => {
    const article = readText(`${STRAY}\n${BRIDGE}`)
    const flag = article.flags.find((f) => f.kind === 'title-mismatch')
    expect(flag?.evidence.quote).toBe(STRAY)
    expect(flag?.evidence.detail?.proposed).toMatch(/الموصل/)
    expect(article.title?.value).toBe(STRAY)
  })
  test('a headline in other forms of the same words is no doubt', () => {
    for (const title of [
      BRIDGE_TITLE,
      'ترميمات جسر الموصل العتيق تبدأ بعد تعليقها',
      'تجار الموصل يترقبون عودة المرور',
    ]) {
      expect(flagsOf(readText(`${title}\n${BRIDGE}`))).not.toContain('title-mismatch')
    }
  })
  test.each([
    'ويرى المشرف أن إنجاز الأعمال قبل الشتاء ممكن إذا وصل التمويل من',
    'وأضاف المشرف أن العمل في الجسر سيستمر… اقرأ المزيد',
  ])('a text that stops is truncated: %s', (last) =>
    expect(flagsOf(readText(`${BRIDGE_TITLE}\n${BRIDGE}\n${last}`))).toContain('truncated'),
  )
  test('a paywall is named', () =>
    expect(flagsOf(readText(`${BRIDGE_TITLE}\n${BRIDGE}\nاشترك لمتابعة القراءة`))).toContain('truncated'))
  test('a page that says it was translated by a machine', () =>
    expect(flagsOf(readText(`${BRIDGE_TITLE}\n${BRIDGE}\nترجمة آلية`))).toContain('machine-translated'))
  test('a long stretch in another language', () => {
    const english =
      'Workers began clearing rubble from the old bridge in Mosul on Sunday, the city council said, two years after money for the repairs ran out and the crossing was closed to all but pedestrians.'
    expect(flagsOf(readText(`${BRIDGE_TITLE}\n${BRIDGE}\n${english}`))).toContain('mixed-language')
  })
  test('more site than article', () => {
    const lines = [
      'الرئيسية',
      'بحث',
      'القائمة',
      BRIDGE_TITLE,
      BRIDGE,
      'وسوم',
      'العراق',
      'جسور',
      'تعليق (0)',
      'الأكثر قراءة',
      'شارك',
      'Top',
    ]
    expect(flagsOf(readText(lines.join('\n')))).toContain('boilerplate-heavy')
  })
  test('a sound article raises nothing', () =>
    expect(flagsOf(readText(`جريدة المرسى\n${BRIDGE_TITLE}\n12 مايو 2024\n${BRIDGE}`))).toEqual([]))
})

describe('the language', () => {
  test.each([
    [BRIDGE, 'ar'],
    [
      'شهردار موصل گفت بازسازی پل قدیمی رودخانه دجله پس از دو سال توقف دوباره آغاز شده است و کارگران در حال برداشتن آوار هستند.',
      'fa',
    ],
    ['موصل کے میئر نے کہا ہے کہ دریائے دجلہ پر پرانے پل کی مرمت کا کام دو سال بعد دوبارہ شروع ہو گیا ہے۔', 'ur'],
    ['سەرۆکی شارەوانی موسڵ ڕایگەیاند کە کارکردن لە نۆژەنکردنەوەی پردە کۆنەکە دەستی پێکردووەتەوە دوای دوو ساڵ.', 'ckb'],
    [
      'La mairie de Mossoul a repris la restauration du vieux pont sur le Tigre, après deux ans d’arrêt faute d’argent.',
      'fr',
    ],
  ])('%s', (text, language) => expect(readText(text).language.value).toBe(language))
})
