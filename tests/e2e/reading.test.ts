import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { hears, noComplaints, violations, visit } from '#tests/support/browser.ts'

afterEach(noComplaints)

const headline = (page: Page) => page.locator('main h1').first().textContent()
const row = (page: Page, place: number) => page.locator('[data-item-link]').nth(place)

describe.each([
  ['ar', 1280],
  ['en', 390],
] as const)('an article beside the list, in %s, %i wide', (locale, width) => {
  const { t } = i18nFor(locale)

  test('the way back leads to the row it was opened from, by the button of the browser and by key', async () => {
    const { page } = await visit({ locale, width, email: 'editor@demo.example' })
    await page.goto('/desk?state=new')
    await row(page, 6).waitFor()
    await hears(page)
    await row(page, 6).press('Enter')
    await page.waitForURL('**/desk?state=new&read=**')
    await page.locator('[data-article-text]').waitFor()
    expect(await page.locator('[data-rows]').isVisible()).toBe(width > 1000)
    await expect.poll(() => page.title()).not.toBe('')
    expect(await violations(page)).toEqual([])
    const isInHand = () =>
      row(page, 6).evaluate((link) => {
        const { top, bottom } = link.getBoundingClientRect()
        return link === document.activeElement && top >= 0 && bottom <= innerHeight
      })
    await page.goBack()
    await page.waitForURL((url) => !url.searchParams.has('read'))
    await expect.poll(isInHand, { timeout: 5000 }).toBe(true)
    await page.keyboard.press('o')
    await page.waitForURL('**read=**')
    await page.locator('[data-article-text]').waitFor()
    await page.keyboard.press('q')
    await page.waitForURL((url) => !url.searchParams.has('read'))
    await expect.poll(isInHand, { timeout: 5000 }).toBe(true)
  })

  test('the next and the previous are there before the server is asked, and what is typed is not lost by a step', async () => {
    const { page } = await visit({ locale, width, email: 'editor@demo.example' })
    await page.goto('/desk?read=first', { waitUntil: 'load' })
    await hears(page)
    const [first, second] = [await headline(page), await row(page, 1).textContent()]
    // From here on the server keeps everybody waiting.
    await page.route('**/desk?**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 3000))
      await route.continue().catch(() => undefined)
    })
    await page.keyboard.press('j')
    await expect.poll(() => headline(page), { interval: 20, timeout: 2000 }).toBe(second)
    await page.keyboard.press('k')
    await expect.poll(() => headline(page), { interval: 20, timeout: 2000 }).toBe(first)

    await page.locator('details:has(input[name=field][value=byline]) > summary').click()
    await page.locator('form:has(input[name=field][value=byline]) input[name=value]').fill('كاتب')
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.dismiss()
    })
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await expect.poll(() => asked).toEqual([t('triage.reader.unsaved')])
    expect(await headline(page)).toBe(first)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })
})
