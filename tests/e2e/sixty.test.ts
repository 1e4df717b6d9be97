import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { hears, noComplaints, violations, visit } from '#tests/support/browser.ts'

afterEach(noComplaints)

const ARTICLES = 60
/** What one article is to take on a machine that has nothing else to do; a busy one is given more, and the figures are printed. */
const MEANT_MS = 2000

/** Machines of tests are busy: what counts is printed, not waited for in vain. */
const PATIENTLY = { interval: 10, timeout: 15_000 }

/** Lists that lead to different articles: one a source, the largest first. */
async function lists(): Promise<string[]> {
  const sources = await prisma().$queryRaw<{ id: string | null }[]>`
    SELECT source_id AS id FROM article WHERE withdrawn_at IS NULL AND state = 'new'
    GROUP BY source_id ORDER BY count(DISTINCT story_id) DESC, source_id`
  return sources.map(({ id }) => `/desk?source=${id ?? 'none'}&read=first`)
}

/** What is read, as the screen says it. */
const readId = (page: Page) =>
  page.locator('section[aria-busy=false] input[name="articleIds[]"]').first().getAttribute('value')

const notesOf = (articleId: string) => prisma().annotation.count({ where: { articleId, deletedAt: null } })

describe.each([
  ['ar', 1280],
  ['en', 390],
] as const)('sixty articles by keyboard alone, in %s, %i wide', (locale, width) => {
  const { t } = i18nFor(locale)

  test('each is opened, its tags accepted, one of them corrected, a sentence marked, and the next is there', async () => {
    const { page } = await visit({ locale, width, email: 'editor@demo.example' })
    const handled = new Set<string>()
    const took: number[] = []
    const found: string[] = []
    for (const list of await lists()) {
      if (handled.size === ARTICLES) break
      await page.goto(list)
      await page.locator('[data-article-text]').waitFor()
      await hears(page)
      for (;;) {
        const id = (await readId(page)) ?? ''
        if (handled.has(id)) break
        const isLast = !(await page.locator('[data-rows] [data-current] + [data-item]').count())
        const started = performance.now()
        await handle(page, id)
        if (!isLast) {
          await page.keyboard.press('j')
          await expect.poll(() => readId(page), PATIENTLY).not.toBe(id)
        }
        took.push(performance.now() - started)
        handled.add(id)
        if (handled.size % 20 === 0) {
          // A link that is scrolled half under the bar is not a small one.
          await page.evaluate(() => scrollTo(0, 0))
          found.push(...(await violations(page)))
        }
        if (isLast || handled.size === ARTICLES) break
      }
    }
    const sorted = took.toSorted((a, b) => a - b)
    const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
    console.info(
      `${locale}: ${handled.size} articles, ms each: median ${at(0.5)}, 95 % ${at(0.95)}, most ${at(1)} (meant: ${MEANT_MS})`,
    )
    expect(handled.size).toBe(ARTICLES)
    expect(found).toEqual([])
  }, 240_000)

  async function handle(page: Page, id: string): Promise<void> {
    const accept = page.locator('section[aria-busy] [aria-keyshortcuts=a]')
    if (await accept.count()) {
      await page.keyboard.press('a')
      await accept.waitFor({ state: 'detached' })
    }
    // The first tag is wrong: refused. Where there is none, one is added.
    await page.keyboard.press('b')
    const label = await page.evaluate(
      () => document.activeElement?.closest('[data-tag-row]') && document.activeElement?.getAttribute('aria-label'),
    )
    if (label) {
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: label, exact: true }).waitFor({ state: 'detached' })
    } else {
      await page.keyboard.press('t')
      await page.keyboard.type(locale === 'ar' ? 'سياسة' : 'politics')
      await page.getByRole('dialog').locator('button[name=subject]').first().waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: t('article.tags.accepted') }).waitFor()
    }
    const before = await page.locator('li[id^=note-]').count()
    await page.keyboard.press('n')
    await page.getByText(t('annotations.keyboard')).waitFor()
    await page.keyboard.press('h')
    await expect.poll(() => page.locator('li[id^=note-]').count(), PATIENTLY).toBe(before + 1)
    expect(await notesOf(id)).toBeGreaterThan(0)
  }
})
