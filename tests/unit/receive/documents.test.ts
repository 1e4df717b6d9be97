import path from 'node:path'
import { expect, test } from 'vitest'
import { opened } from '#tests/unit/receive/opened.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/receive')

/** The words of each document of a file, without markup. */
async function wordsOf(name: string): Promise<string[]> {
  const items = await opened(path.basename(name), { path: path.join(FOLDER, name) })
  return items.flatMap((item) => {
    if (!('bytes' in item)) return []
    const text = item.stated?.html ?? item.stated?.text ?? new TextDecoder(item.charset).decode(item.bytes)
    return text
      .replace(/<title>.*<\/title>|<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  })
}

test('a pdf in Arabic is read from the right: joined letters apart, figures and Latin names in their own order', async () => {
  const [text = ''] = await wordsOf('pdf/arabic.pdf')
  expect(text).toContain('افتتاح محطة لتحلية المياه في الساحل الشمالي')
  expect(text).toContain('صباح الاثنين 9 نوفمبر 2026، محطة لتحلية مياه البحر في الساحل الشمالي، تنتج 150 ألف متر مكعب')
  expect(text).toContain('لأن الآلات وصلت كلها في الربيع. وأضاف أن شركة Blue Water من مدينة Oran شاركت في البناء.')
  expect(text).toMatch(/وحدة ثانية في 2028\.$/)
  expect(text).not.toMatch(/[\ufb50-\ufdff\ufe70-\ufefc]/)
})

test('the paragraphs and the heading of a pdf are told apart', async () => {
  const [item] = await opened('english.pdf', { path: path.join(FOLDER, 'pdf/english.pdf') })
  const html = item && 'bytes' in item ? Buffer.from(item.bytes).toString() : ''
  expect(html.match(/<(?:h1|p)>[^<]{12}/g)).toEqual(['<h1>A new ferry ', '<p>The ferry ma', '<p>“We waited l'])
})

test('a Word document keeps its title and its paragraphs', async () => {
  const [item] = await opened('bayan.docx', { path: path.join(FOLDER, 'docx/bayan.docx') })
  const html = item && 'bytes' in item ? Buffer.from(item.bytes).toString() : ''
  expect(html).toContain('<h1>بيان من نقابة الصيادين</h1><p>أعلنت نقابة الصيادين')
})

test('a saved page is the page alone, without the frames and pictures saved beside it', async () => {
  expect(await wordsOf('mail/saved.mhtml')).toEqual(['عودة القطار إلى الجنوب عاد القطار إلى العمل.'])
})

test('pages of a web archive come unpacked, out of their chunks and in their own charset', async () => {
  expect((await wordsOf('warc/crawl.warc')).slice(0, 2)).toEqual([
    'عودة القطار إلى الجنوب عاد القطار إلى العمل بعد توقف دام ثلاث سنوات.',
    'سوق الكتب فتح سوق الكتب أبوابه أمام القراء صباح اليوم.',
  ])
})
