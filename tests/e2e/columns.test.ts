import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { noComplaints, violations, visit } from '#tests/support/browser.ts'

afterEach(noComplaints)

/** What an export looks like whose columns nobody knows; a word of each visit's own, so that nothing is here already. */
const table = (header: string, word: string) =>
  `${header}\n` +
  [1, 2]
    .map(
      (i) =>
        `${i},"افتتاح سوق ${word} ${i}","قال مدير السوق إن أروقة ${word} ${i} تستقبل الزوار ابتداء من صباح الأحد، وإن الدخول مجاني.",2026-11-1${i}\n`,
    )
    .join('')

describe.each(['ar', 'en'] as const)('columns before reading, in %s', (locale) => {
  const { t } = i18nFor(locale)
  const drop = async (page: Page, name: string, content: string) => {
    await page.goto('/batches')
    await page
      .getByLabel(t('batches.drop.files'))
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
    await page.waitForURL(/\/batches\/[0-9a-f-]{36}/)
  }
  const heldBy = (page: Page, name: string) => page.getByLabel(t.raw('batches.columns.as').replace('{name}', name))
  const isRead = async (page: Page) => {
    await page.getByText(t('batches.states.done'), { exact: true }).waitFor()
    await page
      .getByText(t('batches.counts.read', { count: 2 }))
      .first()
      .waitFor()
  }
  const odd = `رقم,سطر ${locale},فقرات ${locale},يوم`

  test('known columns are shown with the first rows, and one key starts the reading', async () => {
    const { page } = await visit({ locale, email: 'admin@demo.example' })
    await drop(page, 'known.csv', table('م,عنوان الخبر,نص الخبر,تاريخ النشر', `المعروفات ${locale}`))
    await page.getByRole('heading', { name: t('batches.columns.title') }).waitFor()
    expect(await heldBy(page, 'عنوان الخبر').inputValue()).toBe('title')
    expect(await heldBy(page, 'نص الخبر').inputValue()).toBe('text')
    expect(await heldBy(page, 'تاريخ النشر').inputValue()).toBe('publishedAt')
    await page
      .getByRole('cell', { name: /افتتاح سوق المعروفات/ })
      .first()
      .waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('r')
    await isRead(page)
  })

  test('without a text it says so; what is chosen is read, and remembered for the next file like it', async () => {
    const { page } = await visit({ locale, email: 'admin@demo.example', width: 390 })
    await drop(page, 'odd.csv', table(odd, `الكتب ${locale}`))
    await page.getByText(t('batches.columns.noText')).waitFor()
    expect(await violations(page)).toEqual([])
    await heldBy(page, `سطر ${locale}`).selectOption('text')
    // Chosen for another column, it leaves the first one.
    await heldBy(page, `فقرات ${locale}`).selectOption('text')
    expect(await heldBy(page, `سطر ${locale}`).inputValue()).toBe('')
    await heldBy(page, `سطر ${locale}`).selectOption('title')
    await heldBy(page, 'يوم').selectOption('publishedAt')
    await page.getByText(t('batches.columns.noText')).waitFor({ state: 'detached' })
    await page.getByLabel(t('batches.columns.remember')).check()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.getByRole('button', { name: t('batches.columns.start') }).click()
    await isRead(page)
    expect(await page.locator('table').first().textContent()).toContain(`افتتاح سوق الكتب ${locale} 1`)

    await drop(page, 'next.csv', table(odd, `التمور ${locale}`))
    expect(await heldBy(page, `فقرات ${locale}`).inputValue()).toBe('text')
    expect(await page.getByText(t('batches.columns.remembered'), { exact: true }).count()).toBe(3)
    await page.getByRole('button', { name: t('batches.columns.start') }).click()
    await isRead(page)
  })

  test('a table that failed for its columns is read again with those that are chosen', async () => {
    const { page } = await visit({ locale, email: 'admin@demo.example' })
    await drop(page, 'failed.csv', table(`أ ${locale},ب ${locale},ج ${locale},د`, `الزهور ${locale}`))
    await page.getByRole('button', { name: t('batches.columns.start') }).click()
    await page.getByRole('link', { name: t('batches.columns.choose') }).click()
    await page.waitForURL(/\/columns\?file=/)
    await heldBy(page, `ب ${locale}`).selectOption('title')
    await heldBy(page, `ج ${locale}`).selectOption('text')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: t('batches.columns.again') }).click()
    await isRead(page)
  })

  test('a delivery without tables is read at once; one with them can be discarded', async () => {
    const { page } = await visit({ locale, email: 'admin@demo.example' })
    await drop(
      page,
      'plain.txt',
      `افتتاح معرض ${locale}\n\nقال مدير المعرض إن الأبواب تفتح صباح الاثنين أمام الزوار مجانا.\n`,
    )
    await page.getByText(t('batches.states.done'), { exact: true }).waitFor()
    await drop(page, 'gone.csv', table('م,عنوان الخبر,نص الخبر,تاريخ النشر', `الراحلات ${locale}`))
    await page.getByRole('button', { name: t('batches.actions.discard') }).click()
    await page.getByText(t('batches.states.undone'), { exact: true }).waitFor()
  })
})
