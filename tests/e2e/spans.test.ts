import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, prisma } from '#lib/db/client.ts'
import { SYSTEM } from '#lib/db/context.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { eventually, noComplaints, violations, visit } from '#tests/support/browser.ts'

/** What is selected on the screen is what is stored: offsets count UTF-16 units of the article's text. */
afterEach(noComplaints)

const TEXT = [
  'وَقَّعَ وُزَراءُ الدُّوَلِ الثَّلاثِ اتِّفاقًا جَديدًا في نيامي، ثُمَّ عادوا إلى عَواصِمِهِم مَساءَ أَمسِ.',
  'وقال المتحدث باسم ECOWAS (إيكواس) إن 12.5% من المبلغ «سيُدفع» قبل 2026/11/30 عبر بنك BOAD في لومي.',
  'علّق قارئ 👨‍👩‍👧 بقوله: «خبر سار» 😀🇳🇪 ثم كتب 𝔸 وe\u0301te\u0301 قبل أن يغادر الحوار مع بقية القراء.',
]
const STORED = TEXT.join('\n\n')

let id: string
let href: string

beforeAll(async () => {
  const ctx = { db: prisma(), actor: SYSTEM, now: () => new Date() }
  const article = await anArticle(ctx, { title: 'اتفاق الدول الثلاث في نيامي', text: STORED, language: 'ar' })
  id = article.id
  href = `/articles/${id}`
})
afterAll(closeDatabase)

/** The notes on the article, the newest last, with the words of the stored text that their offsets mean. */
async function stored() {
  const rows = await prisma().annotation.findMany({
    where: { articleId: id, deletedAt: null },
    select: { start: true, end: true, exact: true, kind: true, label: { select: { nameEn: true } } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ label, ...row }) => ({ ...row, label: label?.nameEn, words: STORED.slice(row.start, row.end) }))
}

/** Selects these words of the stored text, again until the page's script has come and the bar stands over them. */
async function select(page: Page, words: string): Promise<void> {
  const from = STORED.indexOf(words)
  await eventually(async () => {
    await page.evaluate(selectPlaces, [from, from + words.length] as const)
    await page.waitForTimeout(200)
    return page.locator('input[name=exact]').count()
  }).toBe(1)
}

/** Runs in the page. */
function selectPlaces([from, to]: readonly [number, number]): void {
  const at = (place: number, isEnd: boolean): [Node, number] => {
    const pieces = [...document.querySelectorAll<HTMLElement>('[data-start]')]
    const piece = pieces.findLast((one) => Number(one.dataset.start) < place + (isEnd ? 0 : 1))
    if (!piece?.firstChild) throw new Error(`no text at ${place}`)
    return [piece.firstChild, place - Number(piece.dataset.start)]
  }
  getSelection()?.removeAllRanges()
  getSelection()?.setBaseAndExtent(...at(from, false), ...at(to, true))
}

const SPANS = [
  ['diacritised', 'وُزَراءُ الدُّوَلِ الثَّلاثِ'],
  ['of mixed direction', 'باسم ECOWAS (إيكواس) إن 12.5% من'],
  ['with emoji and what takes two units', '👨‍👩‍👧 بقوله: «خبر سار» 😀🇳🇪 ثم كتب 𝔸 وe\u0301te\u0301'],
  ['across paragraphs', 'مَساءَ أَمسِ.\n\nوقال المتحدث'],
  ['across three, over all the others', `نيامي، ثُمَّ عادوا إلى عَواصِمِهِم مَساءَ أَمسِ.\n\n${TEXT[1]}\n\nعلّق قارئ`],
] as const

describe.each(['ar', 'en'] as const)('on a screen in %s', (locale) => {
  const { t } = i18nFor(locale)

  test.each(SPANS)('a selection %s is stored as exactly its words', async (_, words) => {
    const { page } = await visit({ locale, email: 'editor@demo.example' })
    await page.goto(href)
    const before = (await stored()).length
    await select(page, words)
    await page.getByRole('button', { name: t('annotations.highlight'), exact: true }).click()
    await eventually(async () => (await stored()).length).toBe(before + 1)
    expect((await stored()).at(-1)).toMatchObject({ words, exact: words, start: STORED.indexOf(words) })
    await eventually(() => page.locator('li[id^=note-]').count()).toBe(before + 1)
  })

  test('notes that overlap are all marked, and each can be opened from the text', async () => {
    const { page } = await visit({ locale, email: 'editor@demo.example' })
    await page.goto(href)
    const links = page.locator('[data-article-text] a[href^="#note-"]')
    expect(await links.count()).toBe((await stored()).length)
    for (const link of await links.all()) {
      await link.click()
      const id = (await link.getAttribute('href')) as string
      await eventually(() => page.evaluate((hash) => document.querySelector(hash)?.matches(':target'), id)).toBe(true)
    }
    expect(
      await page
        .locator('[data-article-text] [data-start]')
        .allTextContents()
        .then((all) => all.join('')),
    ).toBe(TEXT.join(''))
    expect(await violations(page)).toEqual([])
  })

  test('a finger on a label of the bar marks what was selected, on a phone', async () => {
    const { page } = await visit({ locale, email: 'editor@demo.example', width: 390, touch: true })
    await page.goto(href)
    const before = (await stored()).length
    const words = locale === 'ar' ? 'بنك BOAD في لومي' : 'يغادر الحوار'
    await select(page, words)
    const bar = page.getByRole('form', { name: t('annotations.bar') })
    const box = await bar.boundingBox()
    expect(box && box.y + box.height).toBeLessThanOrEqual(900)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await bar.getByRole('button', { name: locale === 'ar' ? 'ادعاء' : 'Claim' }).tap()
    await eventually(async () => (await stored()).length).toBe(before + 1)
    expect((await stored()).at(-1)).toMatchObject({ words, label: 'Claim', kind: 'highlight' })
    expect(await violations(page)).toEqual([])
  })

  test('the keyboard alone selects, widens over paragraphs, and labels by a number', async () => {
    const { page } = await visit({ locale, email: 'editor@demo.example' })
    await page.goto(href)
    await page.waitForLoadState('networkidle')
    const before = (await stored()).length
    await page.keyboard.press('n')
    await page.getByText(t('annotations.keyboard')).waitFor()
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('2')
    await eventually(async () => (await stored()).length).toBe(before + 1)
    const note = (await stored()).at(-1)
    expect(note).toMatchObject({ start: 0, label: 'Figure to check' })
    expect(note?.words).toBe(note?.exact)
    expect(note?.words).toContain('\n\n')
  })

  test('a colleague who is mentioned is told, opens the note, and its number goes', async () => {
    const { page } = await visit({ locale, email: 'editor@demo.example' })
    await page.goto(href)
    await select(page, 'وقال المتحدث')
    await page.keyboard.press('c')
    await page.keyboard.type('للتحقق @إدر')
    await page.getByRole('option', { name: 'إدريس الطاهر' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    await page.getByText('للتحقق @إدريس الطاهر').first().waitFor()
    const { page: other } = await visit({ locale, email: 'manager@demo.example' })
    await other.getByRole('link', { name: t('notices.badge', { count: 1 }) }).click()
    await other.getByRole('heading', { name: t('notices.title') }).waitFor()
    await other.locator('main li button').first().click()
    await eventually(() => new URL(other.url()).hash).toMatch(/^#note-/)
    await other.getByText('للتحقق @إدريس الطاهر').first().waitFor()
    await other.goto('/annotations?mine=1')
    await other.getByText('للتحقق @إدريس الطاهر').first().waitFor()
    expect(await other.getByRole('link', { name: t('notices.badge', { count: 1 }) }).count()).toBe(0)
    expect(await violations(other)).toEqual([])
  })
})
