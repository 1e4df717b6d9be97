import { afterEach, describe, expect, test } from 'vitest'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { noComplaints, violations, visit } from '#tests/support/browser.ts'

afterEach(noComplaints)

describe.each([
  ['ar', 1280],
  ['en', 390],
] as const)('the palette, in %s, %i wide', (locale, width) => {
  const { t } = i18nFor(locale)

  test('goes to a screen, does what the screen can, finds by any name, and remembers; by keyboard and without one', async () => {
    const { page } = await visit({ locale, width, email: 'editor@demo.example' })
    const scripts: string[] = []
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
    const dialog = page.getByRole('dialog', { name: t('palette.title') })
    const box = dialog.getByRole('combobox')
    const chosen = dialog.locator('[role=option][aria-selected=true]')
    const openPalette = async () => {
      // A page hears its keys once it is alive.
      const asked = async () => {
        await page.keyboard.press('Control+k')
        return dialog.count()
      }
      await expect.poll(asked, { interval: 200, timeout: 20_000 }).toBe(1)
      await box.waitFor()
    }
    await page.goto('/desk')
    await page.locator('[data-item]').first().waitFor()

    // A key, of no letter of its own on an Arabic layout, and a screen by its name.
    const before = scripts.length
    await openPalette()
    expect(scripts.length).toBeGreaterThan(before)
    expect(await violations(page)).toEqual([])
    await box.fill(t('common.nav.stories'))
    await expect.poll(() => chosen.textContent()).toContain(t('common.nav.stories'))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/stories')

    // Whatever the desk knows by any of its names, spelt without its hamza.
    await openPalette()
    await box.fill('الجزاير')
    const algeria = dialog
      .getByRole('option')
      .filter({ hasText: locale === 'ar' ? 'الجزائر' : 'Algeria' })
      .first()
    await algeria.waitFor()
    expect(await dialog.getByRole('option').count()).toBeLessThanOrEqual(30)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    expect(await box.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
    await algeria.click()
    await page.waitForURL('**/desk?**country=DZ**')

    // Without a keyboard, by its button; where somebody was comes first.
    await page.getByRole('button', { name: t('palette.open') }).click()
    await dialog
      .getByRole('group', { name: t('palette.recent') })
      .getByText(locale === 'ar' ? 'الجزائر' : 'Algeria')
      .first()
      .waitFor()
    // What the screen can do is done by its name.
    await box.fill(t('desk.views.open'))
    await dialog
      .getByRole('group', { name: t('palette.actions') })
      .getByRole('option')
      .first()
      .click()
    await page.waitForURL('**/desk?**state=open**')
    await page.keyboard.press('Control+k')
    await box.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})

test('what the palette asks is answered to nobody without a session, and nonsense is refused', async () => {
  const { context } = await visit({})
  expect((await context.request.get('/find?q=x')).status()).toBe(401)
  const { context: editor } = await visit({ email: 'editor@demo.example' })
  expect((await editor.request.get('/find')).status()).toBe(400)
  expect((await editor.request.get(`/find?q=${'x'.repeat(101)}`)).status()).toBe(400)
  expect(await (await editor.request.get('/find?q=%22%22')).json()).toEqual([])
})
