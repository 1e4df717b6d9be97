import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { DEMO_ACCOUNTS } from '#seeds/demo-accounts.ts'
import { noComplaints, violations, visit } from '#tests/support/browser.ts'

afterEach(noComplaints)

const nameOf = (role: string) => DEMO_ACCOUNTS.find((account) => account.role === role)?.name ?? ''

/** An article that nobody has corrected yet, another one for each language. */
async function anArticle(place: number) {
  return prisma().article.findFirstOrThrow({
    where: {
      withdrawnAt: null,
      state: 'new',
      assigneeId: null,
      language: 'ar',
      title: { not: null },
      revision: 1,
      byline: null,
    },
    orderBy: { id: 'asc' },
    skip: place,
  })
}

describe.each([
  ['ar', 0, 1280],
  ['en', 1, 390],
] as const)('two editors of one article, in %s', (locale, place, width) => {
  const { t } = i18nFor(locale)
  const words = (key: 'keepTheirs' | 'useMine' | 'saveTogether' | 'later' | 'title') => t(`triage.conflict.${key}`)
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  const present = (page: Page) => page.getByRole('list', { name: t('triage.presence.label') })
  const choice = (page: Page) => page.getByRole('dialog', { name: words('title') })

  test('each sees the other, and what both change comes to a choice in which nothing is lost', async () => {
    const { id, title, text } = await anArticle(place)
    const stored = () => prisma().article.findUniqueOrThrow({ where: { id }, include: { revisions: true } })
    const { page: hers } = await visit({ locale, width, email: 'editor@demo.example' })
    const { page: his } = await visit({ locale, email: 'manager@demo.example' })

    // She reads; he comes, sees her, and begins to write; at her next word she sees him at it.
    await hers.goto(`/articles/${id}`)
    await expect.poll(() => prisma().presence.count({ where: { articleId: id } })).toBe(1)
    await his.goto(`/articles/${id}?edit=text`)
    await present(his).getByText(nameOf('editor')).waitFor()
    await hers.getByText(t('article.history.title')).click()
    await present(hers).getByText(nameOf('manager')).waitFor()
    await present(hers).getByText(t('triage.presence.editing')).waitFor()
    expect(await violations(hers)).toEqual([])

    // He corrects the headline and a paragraph of his own, she another paragraph: both are put together.
    await hers.goto(`/articles/${id}?edit=text`)
    await hers.locator('textarea[name=text]').fill(`${text}\n\nفقرة كتبتها هي.`)
    await his.locator('input[name=title]').fill(`${title} – مصحح`)
    await press(his, t('common.save'))
    await his.waitForURL((url) => !url.search.includes('edit'))
    await press(hers, t('common.save'))
    await choice(hers).waitFor()
    expect(await choice(hers).textContent()).toContain(nameOf('manager'))
    expect(await violations(hers)).toEqual([])
    // Put off, what she typed is where it was; asked again, the choice is the same.
    await press(hers, words('later'))
    expect(await hers.locator('textarea[name=text]').inputValue()).toContain('فقرة كتبتها هي.')
    await press(hers, t('common.save'))
    await choice(hers).waitFor()
    await press(hers, words('saveTogether'))
    await hers.waitForURL((url) => !url.search.includes('edit'))
    expect(await stored()).toMatchObject({ title: `${title} – مصحح`, text: `${text}\n\nفقرة كتبتها هي.` })

    // Both name an author: she sees his, and hers counts because she says so.
    const byline = (page: Page) => page.locator('form:has(input[name=field][value=byline])')
    await his.goto(`/articles/${id}`)
    for (const page of [hers, his]) {
      await page.locator('details:has(input[name=field][value=byline]) > summary').click()
      await byline(page)
        .locator('input[name=value]')
        .fill(page === his ? 'كاتب قاله هو' : 'كاتب قالته هي')
    }
    await byline(his).getByRole('button').click()
    await expect.poll(async () => (await stored()).byline).toBe('كاتب قاله هو')
    await byline(hers).getByRole('button').click()
    await choice(hers).getByText('كاتب قاله هو', { exact: true }).waitFor()
    await press(hers, words('useMine'))
    await expect.poll(async () => (await stored()).byline).toBe('كاتب قالته هي')

    // He is done with it, she would archive it: she keeps what he decided.
    await his.keyboard.press('Escape')
    await his.keyboard.press('d')
    await expect.poll(async () => (await stored()).state).toBe('done')
    await hers.keyboard.press('Escape')
    await hers.keyboard.press('e')
    await choice(hers).getByText(t('desk.state.done'), { exact: true }).waitFor()
    await press(hers, words('keepTheirs'))
    await choice(hers).waitFor({ state: 'detached' })
    expect((await stored()).state).toBe('done')
    // Every version that was saved on the way is still there.
    expect((await stored()).revisions.map((revision) => revision.title)).toEqual([title, `${title} – مصحح`])
  })
})
