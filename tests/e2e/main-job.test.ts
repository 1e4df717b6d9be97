import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { aZip } from '#tests/support/a-zip.ts'
import { appUrl, noComplaints, violations, visit } from '#tests/support/browser.ts'

/** The five articles a desk gets on an ordinary day lie beside the project; they are not ours to copy into it. */
const SEEDS = path.resolve('../shared/seeds')
const present = existsSync(SEEDS)
const files = present ? readdirSync(SEEDS).filter((name) => name.endsWith('.txt')) : []

afterEach(noComplaints)

/** The same delivery in either language: a word more in each, so that the second is not "already here". */
const delivery = (locale: string): Buffer =>
  aZip([
    ...files.map((name) => ({
      name,
      bytes: Buffer.concat([readFileSync(path.join(SEEDS, name)), Buffer.from(locale === 'ar' ? '\n' : '\n\n')]),
    })),
    { name: 'broken.json', bytes: '{"title": "بلا نهاية", ' },
  ])

describe.each(['ar', 'en'] as const)('the main job, in %s', (locale) => {
  const { t, number } = i18nFor(locale)
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
  let batch = ''

  test.skipIf(!present)(
    'an admin drops a zip with one broken file, and reads the report (needs ../shared/seeds)',
    async () => {
      const { page } = await visit({ locale, email: 'admin@demo.example' })
      await page.getByRole('link', { name: t('common.nav.batches') }).click()
      await page.waitForURL('**/batches')
      await page
        .getByLabel(t('batches.drop.files'))
        .setInputFiles({ name: `tuesday-${locale}.zip`, mimeType: 'application/zip', buffer: delivery(locale) })
      await page.waitForURL(/\/batches\/[0-9a-f-]{36}/)
      batch = new URL(page.url()).pathname.split('/').pop() ?? ''
      await page.getByText(t('batches.states.done'), { exact: true }).waitFor()
      await page
        .getByText(t('batches.counts.read', { count: 5 }))
        .first()
        .waitFor()
      await page
        .getByText(t('batches.counts.unreadable', { count: 1 }))
        .first()
        .waitFor()
      expect(await page.locator('table').first().textContent()).toContain('broken.json')
      expect(await violations(page)).toEqual([])
    },
  )

  test.skipIf(!present)(
    'an editor finds four stories, sees the flagged headline and why, tags, and annotates (needs ../shared/seeds)',
    async () => {
      const { page } = await visit({ locale, email: 'editor@demo.example' })
      await page.goto(`/desk?batch=${batch}`)
      const rows = page.locator('[data-item]')
      await rows.first().waitFor()
      expect(await rows.count()).toBe(4)
      expect(await violations(page)).toEqual([])

      // The meeting that is told twice, with the names spelt differently, is one story.
      const meeting = rows.filter({ hasText: /رئيسة المكسيك|النيجر تقدم وعودا/ }).first()
      await meeting.locator('a[href^="/stories/"]').first().click()
      await page.waitForURL('**/stories/**')
      await page.getByText('رئيسة المكسيك').first().waitFor()
      await page.getByText('النيجر تقدم وعودا').first().waitFor()
      expect(await violations(page)).toEqual([])

      await page.goto(`/desk?batch=${batch}&flag=title-mismatch`)
      await page.locator('[data-item-link]').first().click()
      await page.waitForURL('**/desk?**read=**')
      await page.getByText(t('flags.why.title-mismatch')).waitFor()
      expect(await violations(page)).toEqual([])

      // A suggested tag becomes an accepted one.
      await page.locator('form:has(input[name="tagIds[]"]) button').first().click()
      await page.getByRole('heading', { name: t('article.tags.accepted') }).waitFor()

      // A sentence is selected as with a mouse, and commented on.
      await page.evaluate(() => {
        const block = document.querySelector('[data-article-text] p') as HTMLElement
        getSelection()?.selectAllChildren(block)
      })
      await press(page, t('annotations.comment'))
      await page.locator('textarea[name=body]').fill(locale === 'ar' ? 'من نقل هذا أولًا؟' : 'Who had this first?')
      await press(page, t('annotations.save'))
      await page.locator('[id^=note-]').first().waitFor()
      expect(await page.locator('[id^=note-]').first().textContent()).toContain(
        locale === 'ar' ? 'من نقل هذا' : 'Who had this',
      )
      expect(await violations(page)).toEqual([])
    },
  )

  test('a word is found in each of its clothes', async () => {
    const { page } = await visit({ locale, email: 'editor@demo.example' })
    const count = async (q: string) => {
      await page.goto(`/desk?q=${encodeURIComponent(q)}`)
      await page.locator('main h1').waitFor()
      return page.locator('[data-item]').count()
    }
    const plain = await count('الجزائر')
    expect(plain).toBeGreaterThan(1)
    for (const variant of ['والجزائر', 'بالجزائر', 'للجزائر', 'الجزائـر', 'اَلْجَزَائِر'])
      expect(await count(variant), variant).toBe(plain)
    expect(await page.locator('mark').count()).toBeGreaterThan(0)
  })

  test.skipIf(!present)(
    'a manager sees the batch counted and clicks through to its articles (needs ../shared/seeds)',
    async () => {
      const { page } = await visit({ locale, email: 'manager@demo.example' })
      await page.goto('/dashboards?country=NE&from=2023-12-01&to=2023-12-31')
      await page.locator('main h1').waitFor()
      expect(await violations(page)).toEqual([])
      const figure = page.locator('main a[href*="/desk?"]').first()
      await figure.waitFor()
      await figure.click()
      await page.waitForURL('**/desk?**')
      expect(await page.locator('[data-item]').count()).toBeGreaterThan(0)
    },
  )

  test('an editor is refused the screens and the actions of managers and admins by the server', async () => {
    const { page, context } = await visit({ locale, email: 'editor@demo.example' })
    for (const path of ['/dashboards', '/batches', '/users', '/audit', '/sources', '/topics', '/entities']) {
      await page.goto(path)
      expect(new URL(page.url()).pathname, path).toBe('/refused')
    }
    expect(await page.locator('h1').textContent()).toBe(t('signIn.refusedTitle'))
    const refused = async (path: string, method = 'POST') =>
      (
        await context.request.fetch(`${appUrl}${path}`, {
          method,
          headers: { 'sec-fetch-site': 'same-origin' },
          data: { name: 'a batch' },
        })
      ).status()
    expect(await refused('/api/batches')).toBe(403)
    expect(await refused('/api/exports/dashboards/topics', 'GET')).toBe(403)
    // From another site nothing is changed, whoever is signed in.
    const { context: admin } = await visit({ locale, email: 'admin@demo.example' })
    const crossSite = await admin.request.post(`${appUrl}/api/batches`, {
      headers: { 'sec-fetch-site': 'cross-site' },
      data: {},
    })
    expect(crossSite.status()).toBe(403)
  })

  test('a page is in its language from the first byte', async () => {
    const { context } = await visit({ locale })
    const html = await (await context.request.get(`${appUrl}/sign-in`)).text()
    expect(html).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`)
    expect(number(5)).not.toBe('')
  })
})

test('without a session there is the sign-in page, the health check, and nothing else', async () => {
  const { page, context } = await visit({ locale: 'en' })
  for (const path of ['/desk', '/articles/00000000-0000-7000-8000-000000000000', '/batches', '/dashboards']) {
    await page.goto(path)
    expect(new URL(page.url()).pathname, path).toBe('/sign-in')
  }
  expect((await context.request.get(`${appUrl}/api/health`)).status()).toBe(200)
  expect((await context.request.get(`${appUrl}/api/exports/dashboards/topics`)).status()).toBe(401)
})

test('signing in goes on to the page that was asked for, and never to another site', async () => {
  const { page } = await visit({ locale: 'en' })
  await page.goto('/sign-in?callbackUrl=%2F%2Fevil.example%2F')
  await page.locator('input[name=email]').fill('editor@demo.example')
  await page.locator('input[name=password]').fill('mirqab-demo-desk')
  await page.locator('form button[type=submit]').first().click()
  await page.waitForURL('**/desk')
})
