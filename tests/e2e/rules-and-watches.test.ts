import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { appUrl, noComplaints, violations, visit } from '#tests/support/browser.ts'

afterEach(noComplaints)

/** Presses what sends a form, once the page is alive. */
async function send(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name, exact: true }).click()
}

describe.each([
  ['ar', 'النيجر', 'NE', 'النيجر'],
  ['en', 'مالي', 'ML', 'Mali'],
] as const)('what the desk does by itself, in %s', (locale, words, country, name) => {
  const { t } = i18nFor(locale)
  const taggedByRule = () => prisma().articleTag.count({ where: { country, origin: 'rule', state: 'accepted' } })

  test('a search becomes a rule: tried, saved, applied to the archive, and all of it taken back', async () => {
    const { page } = await visit({ locale, email: 'editor@demo.example' })
    await page.goto(`/desk?q=${encodeURIComponent(words)}`)
    await page.getByRole('link', { name: t('rules.addThis') }).click()
    await page.waitForURL(/\/rules\/new/)
    await page.locator('main').getByRole('status').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByLabel(t('rules.searchSubject')).fill(name)
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('button', { name: t('rules.takeOff', { name }) }).waitFor()
    await page.getByLabel(t('rules.flag')).check()
    await send(page, t('rules.save'))
    await page.waitForURL(/\/rules\/[0-9a-f-]{36}$/)
    const flags = () => prisma().articleFlag.count({ where: { kind: 'desk-rule' } })
    const before = [await taggedByRule(), await flags()]
    await send(page, t('rules.apply'))
    await page.waitForURL(/\/bulk\//)
    await page.getByRole('heading', { name: t('bulk.state.done') }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await flags()).toBeGreaterThan(before[1] as number)
    await send(page, t('bulk.undo'))
    await page.getByRole('heading', { name: t('bulk.state.undone') }).waitFor()
    expect([await taggedByRule(), await flags()]).toEqual(before)
    await page.goto('/rules')
    await page.locator('main table').waitFor()
    expect(await violations(page)).toEqual([])
    await send(page, `${t('rules.remove')}: ${words}`)
    await page.getByText(t('rules.empty')).waitFor()
  })

  test('a search becomes a watch, whose feed anybody who has its address reads', async () => {
    const { page } = await visit({ locale, email: 'editor@demo.example', width: 390 })
    await page.goto(`/watches/new?q=${encodeURIComponent(words)}`)
    await send(page, t('common.save'))
    await page.waitForURL(/\/watches$/)
    await page.locator('main table').waitFor()
    expect(await violations(page)).toEqual([])
    await page.locator('tbody').getByRole('link', { name: words, exact: true }).click()
    await page.waitForURL(/\/watches\/[0-9a-f-]{36}$/)
    await page.getByText(t('watches.feed')).waitFor()
    expect(await violations(page)).toEqual([])
    const address = ((await page.locator('main dd').first().textContent()) ?? '').trim()
    expect(address.startsWith(`${appUrl}/api/watches/`)).toBe(true)
    const answer = await fetch(address)
    expect(answer.headers.get('content-type')).toContain('application/atom+xml')
    expect(await answer.text()).toContain(`<title>${words}</title>`)
    const again = await fetch(address, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
    expect((await fetch(`${address.slice(0, -3)}AAA`)).status).toBe(404)
    await page.goto('/watches')
    await send(page, `${t('watches.remove')}: ${words}`)
    await page.getByText(t('watches.empty')).waitFor()
  })

  test('what is chosen may be all that match: one press, progress, one undo', async () => {
    const { page } = await visit({ locale, email: 'editor@demo.example' })
    const done = () => prisma().article.count({ where: { state: 'done', withdrawnAt: null } })
    const before = await done()
    await page.goto(`/desk?country=${country}&state=new`, { waitUntil: 'networkidle' })
    await page.locator('[data-item] input[type=checkbox]').first().check()
    await page.locator('[name=matching]').check()
    await page
      .locator('#bulk')
      .getByRole('button', { name: t('desk.actions.done') })
      .click()
    await page.waitForURL(/\/bulk\//)
    await page.getByRole('heading', { name: t('bulk.state.done') }).waitFor()
    expect(await done()).toBeGreaterThan(before)
    await send(page, t('bulk.undo'))
    await page.getByRole('heading', { name: t('bulk.state.undone') }).waitFor()
    expect(await done()).toBe(before)
  })
})
