import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { eventually, noComplaints, violations, visit } from '#tests/support/browser.ts'

afterEach(noComplaints)

/** Opens a demo article in Arabic with several paragraphs. */
async function openArticle(page: Page, words: string): Promise<void> {
  await page.goto(`/desk?q=${encodeURIComponent(words)}&language=ar`)
  const href = await page.locator('[data-item-link]').first().getAttribute('href')
  await page.goto(`/articles/${new URL(href ?? '', page.url()).searchParams.get('read')}`)
  await page.locator('[data-article-text] [data-block]').nth(1).waitFor()
}

const marked = (page: Page) => page.locator('mark[data-start]').allTextContents()
const notes = (page: Page) => page.locator('li[id^=note-]')

describe.each(['ar', 'en'] as const)('notes on an Arabic article, on a screen in %s', (locale) => {
  const { t } = i18nFor(locale)

  test('a selection with the mouse from one paragraph into the next is marked on exactly its words', async () => {
    const { page } = await visit({ locale, email: 'editor@demo.example' })
    await openArticle(page, locale === 'ar' ? 'الجزائر' : 'تونس')
    const before = await notes(page).count()
    const selected = await page.evaluate(() => {
      const [first, second] = [...document.querySelectorAll('[data-block]')]
      const words = (block: Element | undefined) => [...(block?.querySelectorAll('[data-start]') ?? [])]
      const [from, to] = [words(first).at(-1)?.firstChild, words(second)[0]?.firstChild]
      if (!from || !to) throw new Error('no text')
      getSelection()?.setBaseAndExtent(from, 2, to, 3)
      return (from.textContent ?? '').slice(2) + (to.textContent ?? '').slice(0, 3)
    })
    await page.getByRole('button', { name: t('annotations.highlight'), exact: true }).click()
    await eventually(() => notes(page).count()).toBe(before + 1)
    expect((await marked(page)).join('').replace(/\s/g, '')).toContain(selected.replace(/\s/g, ''))
    await eventually(() => page.title()).not.toBe('')
    expect(await violations(page)).toEqual([])
  })

  test('an editor without a mouse selects, widens, comments, settles and undoes', async () => {
    const { page } = await visit({ locale, email: 'editor@demo.example' })
    await openArticle(page, locale === 'ar' ? 'مالي' : 'النيجر')
    const before = await notes(page).count()
    await page.keyboard.press('n')
    await page.getByText(t('annotations.keyboard')).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowLeft')
    const chosen = await page.evaluate(() => getSelection()?.toString().trim())
    expect(chosen).not.toBe('')
    await page.getByRole('button', { name: t('annotations.comment'), exact: true }).waitFor()
    await page.keyboard.press('c')
    await page.locator('textarea[name=body]').first().waitFor()
    await page.keyboard.type('سؤال')
    await page.keyboard.press('Control+Enter')
    await eventually(() => notes(page).count()).toBe(before + 1)
    await page.getByText('سؤال', { exact: true }).first().waitFor()
    await page
      .locator('[role=status]')
      .getByRole('button', { name: t('common.undo') })
      .waitFor()
    await page.keyboard.press('z')
    await eventually(() => notes(page).count()).toBe(before)
  })
})
