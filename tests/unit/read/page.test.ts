import { describe, expect, test } from 'vitest'
import { BRIDGE, BRIDGE_TITLE, flagsOf, readHtml } from '#tests/unit/read/support.ts'

const paragraphs = BRIDGE.split('\n').map((text) => `<p>${text}</p>`)
const page = (body: string, head = '') =>
  `<!doctype html><html lang="ar" dir="rtl"><head><title>${BRIDGE_TITLE} | المرسى</title>${head}</head><body>${body}</body></html>`

describe('an article on a page', () => {
  test('menus, related lists, share buttons and comments stay behind', () => {
    const article = readHtml(
      page(
        `<nav><a href="/">الرئيسية</a><a href="/e">اقتصاد</a></nav><main><article><h1>${BRIDGE_TITLE}</h1><div class="share"><a>فيسبوك</a><a>تويتر</a></div>${paragraphs.join('')}<p>اقرأ أيضاً: <a href="/2">ارتفاع أسعار الخبز في البصرة</a></p></article></main><section id="comments"><h3>التعليقات</h3><p>تعليق أول من زائر.</p></section><footer>جميع الحقوق محفوظة لجريدة المرسى</footer>`,
      ),
    )
    expect(article.text).toBe(BRIDGE.replaceAll('\n', '\n\n'))
    expect(article).toMatchObject({
      title: { value: BRIDGE_TITLE },
      source: { value: 'المرسى' },
      language: { value: 'ar' },
    })
  })
  test('headings, lists and quotations keep their kind', () => {
    const article = readHtml(
      page(
        `<article><h1>${BRIDGE_TITLE}</h1>${paragraphs[0]}<h2>ما الذي سيتغير على ضفتي النهر</h2><ul><li>دعامات جديدة للجسر قبل موسم الفيضانات المقبل.</li></ul><blockquote><p>نريد أن يعود الزبائن إلى السوق القديم.</p></blockquote>${paragraphs[1]}${paragraphs[2]}</article>`,
      ),
    )
    expect(article.blocks.map((block) => block.kind)).toEqual([
      'paragraph',
      'heading',
      'list-item',
      'quote',
      'paragraph',
      'paragraph',
    ])
  })
  test('entities in JSON-LD are decoded, its headline and author are taken', () => {
    const linked = JSON.stringify({
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: 'جسر &quot;العتيق&quot; في الموصل يعود إلى العمل',
          datePublished: '2024-05-12T09:00:00+03:00',
          author: [{ name: 'سعاد الجبوري' }],
          publisher: { name: 'المرسى' },
        },
      ],
    })
    const article = readHtml(
      page(`<div>${paragraphs.join('')}</div>`, `<script type="application/ld+json">${linked}</script>`).replace(
        `<title>${BRIDGE_TITLE} | المرسى</title>`,
        '',
      ),
    )
    expect(article).toMatchObject({
      title: { value: 'جسر "العتيق" في الموصل يعود إلى العمل' },
      byline: { value: 'سعاد الجبوري' },
      source: { value: 'المرسى' },
      publishedAt: { value: { iso: '2024-05-12T09:00:00+03:00' } },
    })
  })
  test('no markup and no script leaves the page', () => {
    const article = readHtml(
      page(
        `<article>${paragraphs.join('<script>document.write("<b>x</b>")</script>')}<p onclick="alert(1)">ويستمر العمل حتى نهاية العام المقبل <img src=x onerror=alert(1)> في الجسر.</p></article>`,
      ),
    )
    expect(JSON.stringify(article)).not.toMatch(/<script|onerror|onclick|document\.write/)
  })
  test('an address gives the source and the day', () => {
    const article = readHtml(page(`<article>${paragraphs.join('')}</article>`).replace(' | المرسى', ''), {
      address: 'https://www.almarsa.example/2024/05/12/bridge',
    })
    expect(article).toMatchObject({
      source: { value: 'المرسى', evidence: { rule: 'source.address' } },
      publishedAt: { value: { iso: '2024-05-12' } },
    })
  })
  test.each([
    ['https://www.almarsa.example/2024/05/bridge', 'https://www.almarsa.example/2024/05/bridge', 'its own site'],
    ['https://www.almarsa.example/', 'https://m.almarsa.example/a/1?from=x', 'the front page of every page'],
    ['https://agency.example/story', 'https://m.almarsa.example/a/1?from=x', 'another site'],
  ])('a canonical address %s makes it %s: %s', (canonical, address) => {
    const article = readHtml(
      page(`<article>${paragraphs.join('')}</article>`, `<link rel="canonical" href="${canonical}">`),
      { address: 'https://m.almarsa.example/a/1?from=x' },
    )
    expect(article.address).toBe(address)
  })
  test('a hundred thousand nested tags give a text or a reason, soon', () => {
    const started = performance.now()
    const article = readHtml(`<html><body>${'<div>'.repeat(100_000)}${paragraphs.join('')}`)
    expect(article.text).toContain('بلدية الموصل')
    expect(performance.now() - started).toBeLessThan(10_000)
  })
  test('the line under the headline belongs to the text, what the page says of its author does not', () => {
    const lead = 'توقف العمل في الجسر عامين كاملين بسبب نقص التمويل والخلاف على التصميم'
    const article = readHtml(
      page(
        `<article><h1>${BRIDGE_TITLE}</h1><h2>${lead}</h2><div class="byline">سعاد الجبوري</div><div class="article-body">${paragraphs.join('')}<p>سعاد الجبوري صحفية من الموصل تكتب في شؤون العمران منذ عشرة أعوام.</p></div></article>`,
        '<meta name="author" content="سعاد الجبوري">',
      ),
    )
    expect(article.text).toBe([lead, ...BRIDGE.split('\n')].join('\n\n'))
  })
  test.each([
    [
      'much shorter than its publisher counts',
      'لا',
      '{"@type":"NewsArticle","isAccessibleForFree":false,"wordCount":900}',
    ],
    ['before a part that is named for the barrier', '<div class="paywall">باقي المقال لمن يدفع ثمنه</div>', '{}'],
  ])('a text %s is flagged as cut short', (_, after, linked) => {
    const article = readHtml(
      page(
        `<article><h1>${BRIDGE_TITLE}</h1>${paragraphs.join('')}</article>${after}`,
        `<script type="application/ld+json">${linked}</script>`,
      ),
    )
    expect(flagsOf(article)).toContain('truncated')
  })
  test('a free article before an offer to subscribe is whole', () => {
    const article = readHtml(
      page(
        `<article><h1>${BRIDGE_TITLE}</h1>${paragraphs.join('')}</article><div class="newsletter">اشترك في النشرة</div>`,
      ),
    )
    expect(flagsOf(article)).not.toContain('truncated')
  })
  test('a fragment without html and body is a page too', () =>
    expect(readHtml(paragraphs.join('')).text).toBe(BRIDGE.replaceAll('\n', '\n\n')))
})
