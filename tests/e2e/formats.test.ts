import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { noComplaints, visit } from '#tests/support/browser.ts'
import { deliverByScreen, reportOf } from '#tests/support/deliver-by-screen.ts'

const FOLDER = path.resolve('tests/fixtures/receive')

/** Of each format a sound file, and of its first article the headline and words of the text, as an editor must see them. */
const EXPECTED: [file: string, title: string, words: string][] = [
  ['text/amtar.txt', 'أمطار غزيرة تقطع الطريق بين تيارت والسوقر', 'قطعت أمطار غزيرة هطلت ليلة الأربعاء'],
  ['html/suq.html', 'سوق الخضر يفتح أبوابه', 'افتتح رئيس البلدية سوق الخضر الجديد'],
  ['mail/saved.mhtml', 'عودة القطار إلى الجنوب', 'عاد القطار إلى العمل.'],
  ['mail/list.eml', 'قافلة طبية إلى الجنوب', 'وفيها أربعون طبيبا'],
  ['csv/arabic-names.csv', 'افتتاح مصنع للأسمدة في عنابة', 'سيشغّل ألف عامل'],
  ['csv/tabs.tsv', 'حريق في غابة القالة', 'أخمدت الحماية المدنية حريقًا'],
  ['json/array.json', 'وصول باخرة قمح إلى بجاية', 'ثلاثين ألف طن من القمح'],
  ['json-lines/export.jsonl', 'ندوة عن المياه', 'ناقشت ندوة في ورقلة شح المياه'],
  ['feed/rss-090.rdf', 'طريق القمة', 'أُغلق طريق القمة'],
  ['feed/rss-091.xml', 'ثلوج مبكرة', 'سقطت الثلوج مبكرا على القمم'],
  ['feed/rdf.xml', 'Un nouveau pont', 'Le nouveau pont suspendu de Constantine'],
  ['feed/rss.xml', 'جسر جديد في قسنطينة', 'افتُتح الجسر المعلق الجديد'],
  ['feed/atom-03.xml', 'جسر السهل', 'افتُتح الجسر'],
  ['feed/atom.xml', 'الطريق إلى جانت', 'عُبّد الطريق إلى جانت'],
  ['json-feed/tassili.json', 'قافلة طبية', 'انطلقت القافلة'],
  ['agency/newsml-g2.xml', 'حصاد الزيتون يبدأ مبكرا', 'بدأ حصاد الزيتون هذا العام قبل موعده بأسبوعين'],
  ['agency/newsml-1.xml', 'أسعار التمور ترتفع', 'ارتفعت أسعار التمور في أسواق الجنوب'],
  ['agency/nitf.xml', 'مدرسة جديدة في الواحة', 'تستقبل 300 تلميذ'],
  ['ninjs/one.json', 'مهرجان للخيل في السهوب', 'انطلق مهرجان الخيل في السهوب'],
  ['docx/bayan.docx', 'بيان من نقابة الصيادين', 'توقف العمل ثلاثة أيام'],
  ['pdf/arabic.pdf', 'افتتاح محطة لتحلية المياه في الساحل الشمالي', 'محطة لتحلية مياه البحر'],
  ['warc/crawl.warc.gz', 'عودة القطار إلى الجنوب', 'توقف دام ثلاث سنوات'],
  ['archive/batch.tar', 'أمطار غزيرة تقطع الطريق بين تيارت والسوقر', 'قطعت أمطار غزيرة'],
  ['archive/batch.tgz', 'أمطار غزيرة تقطع الطريق بين تيارت والسوقر', 'قطعت أمطار غزيرة'],
  ['archive/batch.zip', 'سوق الكتب في المدينة القديمة', 'فتح سوق الكتب أبوابه أمام القراء'],
  ['archive/أمطار.txt.gz', 'أمطار غزيرة تقطع الطريق بين تيارت والسوقر', 'قطعت أمطار غزيرة'],
]

afterEach(noComplaints)

test('each folder of the corpus is uploaded here, but lists of feeds, which are no articles', () => {
  const folders = new Set(EXPECTED.map(([file]) => file.split('/')[0]))
  expect(readdirSync(FOLDER).filter((format) => !folders.has(format))).toEqual(['opml'])
})

test('a file of any format goes from its upload to the screen of its article, headline and text', async () => {
  const { page } = await visit({ locale: 'ar', email: 'admin@demo.example' })
  const files = [...EXPECTED.map(([file]) => file), 'opml/sources.opml']
  const batchId = await deliverByScreen(
    page,
    files.map((file) => path.join(FOLDER, file)),
  )
  const lines = await reportOf(page, batchId)
  for (const [file, title, words] of EXPECTED) {
    const name = path.basename(file)
    const line = lines.find((one) => one.article && [name, unpacked(name)].includes(one.path.split('/')[0] ?? ''))
    expect(line, file).toBeDefined()
    await page.goto(line?.article ?? '')
    expect(await page.locator('main h1').first().textContent(), file).toBe(title)
    expect(await page.locator('[data-article-text]').first().textContent(), file).toContain(words)
  }
  expect(lines.find((one) => one.path === 'sources.opml')).toMatchObject({
    article: null,
    why: expect.stringMatching(/\p{Script=Arabic}{3}.*\.$/su),
  })
})

/** A file in an archive stands under the archive's name; one that was packed alone under its own. */
const unpacked = (name: string): string => (name === 'batch.tgz' ? 'batch.tar' : name.replace(/\.gz$/, ''))
