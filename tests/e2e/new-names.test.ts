import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { nameKey } from '#lib/tag/names/name-key.ts'
import { noComplaints, violations, visit } from '#tests/support/browser.ts'
import { deliverByScreen } from '#tests/support/deliver-by-screen.ts'

afterEach(noComplaints)

const SAID: Record<'ar' | 'en', ((name: string) => string)[]> = {
  ar: [
    (name) => `فتح طريق الشمال\n\nأعلن قائد الأركان الجنرال ${name} أمس فتح الطريق إلى الشمال، وعاد التجار إلى السوق.`,
    (name) => `لقاء مع شيوخ القرى\n\nوقال الجنرال ${name} لشيوخ القرى إن الجنود باقون حتى موسم الحصاد المقبل.`,
  ],
  en: [
    (name) =>
      `Road reopens\n\nThe chief of staff, General ${name} said on Monday that the road to the north was open again.`,
    (name) =>
      `Talks with elders\n\nVillage elders asked for wells, and General ${name} told them that soldiers would stay until harvest.`,
  ],
}

/** Two reports of whoever bears this name, handed in on the screen; the worker has looked at both. */
async function aNameSeenTwice(locale: 'ar' | 'en', name: string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mirqab-names-'))
  const files = SAID[locale].map((text, i) => ({ path: path.join(folder, `${i}.txt`), text: text(name) }))
  await Promise.all(files.map((file) => writeFile(file.path, file.text)))
  const { page, context } = await visit({ email: 'admin@demo.example' })
  await deliverByScreen(
    page,
    files.map((file) => file.path),
  )
  await context.close()
  await rm(folder, { recursive: true })
  const find = () => prisma().seenName.findFirst({ where: { key: nameKey(name), articles: 2 } })
  await expect.poll(find, { timeout: 30_000 }).not.toBeNull()
  return (await find())?.id ?? ''
}

const decisionOn = async (id: string) => (await prisma().seenName.findUniqueOrThrow({ where: { id } })).decision

describe.each([
  ['ar', 1280, 'إدريس غوساماتي', 'عصيمي غويطا'],
  ['en', 390, 'Harouna Koulmbani', 'Asimi Goitta'],
] as const)('new names, in %s, %i wide', (locale, width, unknown, close) => {
  const { t } = i18nFor(locale)

  test('one key adds a name or leaves it, and one takes that back', async () => {
    const id = await aNameSeenTwice(locale, unknown)
    const { page } = await visit({ locale, width, email: 'manager@demo.example' })
    await page.goto('/entities')
    await page.locator('a[href="/entities/new-names"]').waitFor()
    await page.waitForLoadState('networkidle')
    await page.keyboard.press('w')
    await page.waitForURL('**/entities/new-names')
    await page.getByRole('heading', { level: 1, name: t('newNames.title') }).waitFor()

    await page.goto(`/entities/new-names?q=${encodeURIComponent(unknown)}`)
    const card = page.getByRole('heading', { level: 2, name: unknown })
    await card.waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('main mark').allTextContents()).toEqual([unknown, unknown])
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('i')
    await page.getByText(t('newNames.nothingFound')).waitFor()
    expect(await decisionOn(id)).toBe('ignored')
    await page.keyboard.press('u')
    await card.waitFor()
    expect(await decisionOn(id)).toBeNull()

    await page.keyboard.press('a')
    await page.getByText(t('newNames.nothingFound')).waitFor()
    const { entityId } = await prisma().seenName.findUniqueOrThrow({ where: { id } })
    const tags = () => prisma().articleTag.count({ where: { entityId, state: 'suggested' } })
    expect(await tags()).toBe(2)
    await page.keyboard.press('u')
    await card.waitFor()
    expect(await prisma().entity.count({ where: { id: entityId ?? '' } })).toBe(0)

    await page.keyboard.press('o')
    await page.waitForURL((url) => url.pathname.startsWith('/entities/') && !url.pathname.endsWith('/new-names'))
    await page.getByRole('heading', { level: 1, name: unknown }).waitFor()
    expect(await decisionOn(id)).toBe('added')
  })

  test('a name close to an entity’s is merged into it by one key, or by its number', async () => {
    const id = await aNameSeenTwice(locale, close)
    const { page } = await visit({ locale, width, email: 'manager@demo.example' })
    await page.goto(`/entities/new-names?q=${encodeURIComponent(close)}`)
    await page.getByRole('heading', { level: 2, name: close }).waitFor()
    await page.waitForLoadState('networkidle')
    const spellings = async () => {
      const { aliases } = await prisma().entity.findFirstOrThrow({ where: { nameEn: 'Assimi Goïta' } })
      return JSON.stringify(aliases)
    }
    await page.keyboard.press('m')
    await page.getByText(t('newNames.nothingFound')).waitFor()
    expect([await decisionOn(id), (await spellings()).includes(close)]).toEqual(['merged', true])
    await page.keyboard.press('u')
    await page.getByRole('heading', { level: 2, name: close }).waitFor()
    expect([await decisionOn(id), (await spellings()).includes(close)]).toEqual([null, false])
    await page.keyboard.press('1')
    await page.getByText(t('newNames.nothingFound')).waitFor()
    expect(await decisionOn(id)).toBe('merged')
  })
})
