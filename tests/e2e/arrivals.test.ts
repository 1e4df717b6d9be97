import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { SYSTEM } from '#lib/db/context.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { noComplaints, violations, visit } from '#tests/support/browser.ts'

afterEach(noComplaints)

const ctx = { db: prisma(), actor: SYSTEM, now: () => new Date() }
const arrived: string[] = []
/** An article that nothing else of the newsroom is like. */
async function arrive(title: string, batchId?: string) {
  const text = `${title}. ${randomUUID()}`
  const article = await anArticle(ctx, { title, language: 'fr', text, ...(batchId ? { batchId } : {}) })
  arrived.push(article.id)
  return article
}
// The newsroom is shared by all browser tests.
afterAll(() => prisma().article.updateMany({ where: { id: { in: arrived } }, data: { withdrawnAt: new Date() } }))

describe.each([
  ['ar', 1280],
  ['en', 390],
] as const)('what comes in while an editor reads, in %s, %i wide', (locale, width) => {
  const { t } = i18nFor(locale)

  test('is announced where nothing moves, for the same filter, and shown when it is asked for', async () => {
    const first = await arrive(`Avant ${locale}`)
    const { page } = await visit({ locale, width, email: 'editor@demo.example' })
    await page.clock.install()
    await page.goto(`/desk?language=fr&batch=${first.batchId}`)
    const rows = page.locator('[data-item]')
    await rows.first().waitFor()
    // Until all of the page is there, its letters too, it moves by itself.
    await page.getByText(t('desk.found', { count: 1 }), { exact: true }).waitFor({ state: 'attached' })
    await page.evaluate(() => document.fonts.ready)
    const place = async () => (await rows.last().boundingBox())?.y
    const before = [await rows.count(), await place()]
    await arrive(`Un ${locale}`, first.batchId)
    await arrive(`Deux ${locale}`, first.batchId)
    await arrive('Ailleurs')

    await page.clock.runFor(31_000)
    const told = page.getByRole('status').getByText(t('triage.arrivals.some', { count: 2 }))
    await told.waitFor()
    expect([await rows.count(), await place()]).toEqual(before)
    expect(await violations(page)).toEqual([])

    await page.keyboard.press('l')
    await expect.poll(() => rows.count()).toBe(3)
    await told.waitFor({ state: 'detached' })
  })
})

test('a server that fails is asked less and less often, and a tab that nobody sees asks nothing', async () => {
  const { page } = await visit({ locale: 'en', email: 'editor@demo.example' })
  await page.clock.install()
  let asked = 0
  let fails = true
  await page.route('**/desk/arrivals**', async (route) => {
    asked++
    await (fails ? route.fulfill({ status: 429, json: { error: 'tooMany' } }) : route.fulfill({ json: { text: null } }))
  })
  page.on('console', () => undefined)
  await page.goto('/desk')
  await page.locator('[data-item]').first().waitFor()
  /** Minutes of the page's clock, in steps that let answers arrive. */
  const pass = async (minutes: number) => {
    for (let i = 0; i < minutes * 4; i++) {
      await page.clock.runFor(15_000)
      await page.waitForTimeout(10)
    }
  }
  await pass(16)
  // After 30 s, 1, 2, 4 and 8 minutes; without a pause there would be 32.
  expect(asked).toBeGreaterThanOrEqual(4)
  expect(asked).toBeLessThanOrEqual(6)
  fails = false
  await pass(9)
  const healthy = asked
  await pass(2)
  expect(asked - healthy).toBeGreaterThanOrEqual(3)

  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  const seen = asked
  await pass(3)
  expect(asked).toBe(seen)
})
