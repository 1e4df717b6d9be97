import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { appUrl, hears, noComplaints, violations, visit } from '#tests/support/browser.ts'

afterEach(noComplaints)

const SCREENS = {
  editor: [
    '/desk',
    '/desk?q=النيجر',
    '/desk?q=xyzzyx',
    '/stories',
    '/review',
    '/watches',
    '/rules',
    '/rules/new',
    '/annotations',
    '/notices',
    '/account',
    '/refused',
  ],
  manager: ['/dashboards', '/attention', '/batches', '/topics', '/entities', '/entities/new-names'],
  admin: ['/batches', '/sources', '/users', '/users/new', '/tokens', '/tokens/new', '/tokens/guide', '/audit'],
}

/** The first article, story and batch there are. */
async function followed(page: Page, list: string, link: string): Promise<string> {
  await page.goto(list)
  const href = await page.locator(link).first().getAttribute('href')
  if (!href) throw new Error(`nothing to open on ${list}`)
  return href
}

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

describe.each([
  { locale: 'ar', width: 1280, dark: false },
  { locale: 'en', width: 390, dark: true },
] as const)('every screen in $locale, $width wide', ({ locale, width, dark }) => {
  test.each(['editor', 'manager', 'admin'] as const)('of the %s is accessible and fits', async (role) => {
    const { page } = await visit({ locale, width, dark, email: `${role}@demo.example` })
    const screens = [...SCREENS[role]]
    if (role === 'editor') {
      screens.push(
        await followed(page, '/desk', '[data-item-link]'),
        await followed(page, '/stories', 'main a[href^="/stories/"]'),
      )
    }
    if (role === 'admin') screens.push(await followed(page, '/batches', 'main a[href^="/batches/"]'))
    for (const screen of screens) {
      await page.goto(screen)
      await page.locator('main h1').first().waitFor()
      expect(await violations(page), screen).toEqual([])
      expect(await scrollsSideways(page), `${screen} scrolls sideways`).toBe(false)
    }
  })
})

test('every script of a page carries the nonce that this one answer allows', async () => {
  const nonceOf = async () => {
    const answer = await fetch(`${appUrl}/sign-in`)
    const policy = answer.headers.get('content-security-policy') ?? ''
    const scripts = policy.split('; ').find((part) => part.startsWith('script-src')) ?? ''
    expect(scripts).not.toContain('unsafe')
    const nonce = /'nonce-([^']+)'/.exec(scripts)?.[1] ?? ''
    const tags = (await answer.text()).match(/<script[^>]*>/g) ?? []
    expect(tags.length).toBeGreaterThan(0)
    expect(tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
    return nonce
  }
  expect(await nonceOf()).not.toBe(await nonceOf())
})

test('the keys that ? shows are the keys of the screen', async () => {
  const { page } = await visit({ locale: 'en', email: 'editor@demo.example' })
  await page.goto('/desk', { waitUntil: 'networkidle' })
  await page.locator('[data-item]').first().waitFor()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  const keys = await dialog.locator('kbd').allInnerTexts()
  for (const key of ['j', 'k', 'o', 'x', 'a', 'e', 'd', 't', '/']) expect(keys).toContain(key)
})

test('an editor works a row by keyboard, and takes it back', async () => {
  const { page } = await visit({ locale: 'ar', email: 'editor@demo.example' })
  await page.goto('/desk?state=new')
  await page.locator('[data-item]').first().waitFor()
  await hears(page)
  const first = await page.locator('[data-item-link]').first().getAttribute('href')
  await page.keyboard.press('j')
  await page.keyboard.press('d')
  await page.getByRole('status').first().waitFor()
  await page.waitForFunction((href) => document.querySelector('[data-item-link]')?.getAttribute('href') !== href, first)
  await page.keyboard.press('z')
  await page.waitForFunction((href) => document.querySelector('[data-item-link]')?.getAttribute('href') === href, first)
})

test('an editor sees seven stories at once, and what can be done with the one in hand only', async () => {
  const { page } = await visit({ locale: 'ar', email: 'editor@demo.example' })
  await page.goto('/desk')
  await page.locator('[data-item]').first().waitFor()
  const whole = await page
    .locator('[data-item]')
    .evaluateAll((rows) => rows.filter((row) => row.getBoundingClientRect().bottom <= window.innerHeight).length)
  expect(whole).toBeGreaterThanOrEqual(7)
  await page.keyboard.press('j')
  const shown = () =>
    page
      .locator('[data-item] form')
      .evaluateAll((forms) => forms.slice(0, 3).map((form) => getComputedStyle(form).opacity))
  expect(await shown()).toEqual(['1', '0', '0'])
})

test('an editor chooses a stretch of rows: with Shift and a click, and by keys alone', async () => {
  const { page } = await visit({ locale: 'ar', email: 'editor@demo.example' })
  await page.goto('/desk')
  const boxes = page.locator('[data-item] input[type=checkbox]')
  const chosen = () =>
    boxes.evaluateAll((all) => all.flatMap((box, i) => ((box as HTMLInputElement).checked ? [i] : [])))
  await boxes.first().waitFor()
  await hears(page)
  await boxes.nth(1).click()
  await boxes.nth(4).click({ modifiers: ['Shift'] })
  expect(await chosen()).toEqual([1, 2, 3, 4])
  await boxes.nth(4).click()
  await boxes.nth(2).click({ modifiers: ['Shift'] })
  expect(await chosen()).toEqual([1])
  await boxes.nth(1).click()
  await page.locator('[data-item-link]').first().focus()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('V')
  expect(await chosen()).toEqual([0, 1, 2])
})
