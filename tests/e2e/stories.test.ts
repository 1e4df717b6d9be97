import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { hears, noComplaints, violations, visit } from '#tests/support/browser.ts'
import { deliverByScreen } from '#tests/support/deliver-by-screen.ts'

afterEach(noComplaints)

/** A story of the demo newsroom that several texts tell, the largest first; each language takes one of its own. */
async function aStory(place: number): Promise<string> {
  const [story] = await prisma().$queryRaw<{ id: string }[]>`
    SELECT s.id FROM story s JOIN article a ON a.story_id = s.id AND a.withdrawn_at IS NULL
    WHERE s.locked_at IS NULL
    GROUP BY s.id HAVING count(DISTINCT coalesce(a.duplicate_group_id, a.id)) > 1
    ORDER BY s.first_at, s.id OFFSET ${place} LIMIT 1`
  if (!story) throw new Error('the demo newsroom has too few stories of several texts')
  return story.id
}

const articlesOf = (storyId: string) => prisma().article.count({ where: { storyId, withdrawnAt: null } })

/** A report as an agency sent it and as a paper corrected it: another number of dead, another officer, a denial. */
const REPORT = (place: string, dead: number, officer: string, denies: string) =>
  `هجوم على سوق ${place}\n\nقتل ${dead} شخصا في هجوم شنه مسلحون على سوق ${place} صباح الثلاثاء، وأصيب آخرون نقلوا إلى المستشفى الجهوي. وقال الجنرال ${officer} إن الجيش ${denies} المهاجمين بعد فرارهم على دراجات نارية نحو الغابة. وأغلقت السلطات الطريق المؤدية إلى السوق، وطلبت من السكان البقاء في منازلهم حتى إشعار آخر، فيما وصل وفد من الوزارة لتفقد الجرحى ومواساة العائلات.`

/** The two, handed in on the screen. @returns their ids, the corrected one first */
async function aCorrectedReport(place: string): Promise<[corrected: string, first: string]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mirqab-copies-'))
  const texts = [REPORT(place, 15, 'ديارا', 'لم يطارد'), REPORT(place, 12, 'سيسوكو', 'طارد')]
  const files = texts.map((_, i) => path.join(folder, `${i}.txt`))
  await Promise.all(texts.map((text, i) => writeFile(files[i] as string, text)))
  const { page, context } = await visit({ email: 'admin@demo.example' })
  const batchId = await deliverByScreen(page, files)
  await context.close()
  await rm(folder, { recursive: true })
  const articles = await prisma().article.findMany({ where: { batchId } })
  const idOf = (dead: string) => articles.find(({ text }) => text.includes(dead))?.id ?? ''
  return [idOf('15'), idOf('12')]
}

/** After a step within the app, the title comes with the stream. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.waitForFunction(() => document.title !== '')
  return violations(page)
}

describe.each([
  ['ar', 0],
  ['en', 1],
] as const)('the editor’s word, in %s', (locale, place) => {
  const { t, percent } = i18nFor(locale)
  const events = (kind: string) => prisma().auditEvent.count({ where: { kind } })

  test('two copies are compared word by word, with the reasons they are one text and who was first', async () => {
    const [corrected, first] = await aCorrectedReport(locale === 'ar' ? 'كونا' : 'ديرا')
    const pair = await prisma().duplicatePair.findFirstOrThrow({
      where: { aId: { in: [corrected, first] }, bId: { in: [corrected, first] } },
    })
    const { page } = await visit({ locale, email: 'editor@demo.example' })
    await page.goto(`/articles/${first}`)
    const panel = page.locator('section', { has: page.getByRole('heading', { name: t('article.copies.title') }) })
    await panel.locator(`a[href*="copy=${corrected}"]`).click()
    const difference = page.locator('#difference')
    await difference.waitFor()
    await difference.locator('ins').first().waitFor()
    await difference.locator('del').first().waitFor()
    expect(await difference.textContent()).toContain(
      t('review.same.score', { score: percent(pair.jaccard), threshold: percent(0.5) }),
    )
    await difference.getByText(t('review.same.passages')).waitFor()
    // What changed is framed where it stands, struck out or put in, and named above.
    const marked = async (op: 'del' | 'ins') => difference.locator(`${op} strong`).allTextContents()
    expect(await marked('del')).toEqual(['12', 'سيسوكو'])
    expect(await marked('ins')).toEqual(['15', 'ديارا', 'لم'])
    const frame = await difference
      .locator('ins strong')
      .first()
      .evaluate((mark) => getComputedStyle(mark).borderTopStyle)
    expect(frame).toBe('solid')
    const told = ((await difference.textContent()) ?? '').replaceAll(/[\u2066-\u2069]/g, '')
    expect(told).toContain(t('review.same.figures', { here: '12', there: '15' }))
    expect(told).toContain(t('review.same.names', { here: 'سيسوكو', there: 'ديارا' }))
    expect(told).toContain(t('review.same.negations', { here: t('review.same.none'), there: 'لم' }))
    expect(await violationsOf(page)).toEqual([])
  })

  test('a story says why its articles lie together', async () => {
    const { page } = await visit({ locale, email: 'editor@demo.example' })
    await page.goto(`/stories/${await aStory(place)}`)
    await page.locator('#why').waitFor()
    await hears(page)
    await page.keyboard.press('w')
    await page.waitForURL('**/stories/**why=1**')
    await page.locator('#why h3').first().waitFor()
    expect(await page.locator('#why h3').count()).toBeGreaterThan(1)
    const told = (await page.locator('#why').textContent()) ?? ''
    expect(told).toMatch(locale === 'ar' ? /الدرجة .*والحد/ : /Score .*needed/)
    expect(told).toContain(t('review.why.over'))
    expect(await violationsOf(page)).toEqual([])
  })

  test('an article is split off with a reason, merged back, parted by the undo, and merged for good', async () => {
    const id = await aStory(place)
    const whole = await articlesOf(id)
    const { page } = await visit({ locale, email: 'editor@demo.example' })
    await page.goto(`/stories/${id}`)
    await page.locator('input[name="articleIds[]"]').last().check()
    const split = page.locator('form', { has: page.locator('input[name="articleIds[]"]') })
    await split.locator('input[name=reason]').fill(locale === 'ar' ? 'اجتماع آخر' : 'another meeting')
    await split.getByRole('button', { name: t('stories.split.submit') }).click()
    await page.waitForURL((url) => url.pathname.startsWith('/stories/') && !url.pathname.endsWith(id))
    let own = new URL(page.url()).pathname.split('/').pop() as string
    await page.locator('main h1').waitFor()
    expect(await articlesOf(id)).toBeLessThan(whole)

    // Taken back and done again.
    await hears(page)
    await page.keyboard.press('z')
    await expect.poll(() => articlesOf(id)).toBe(whole)
    expect(await articlesOf(own)).toBe(0)
    await page.goto(`/stories/${id}`)
    await page.locator('input[name="articleIds[]"]').last().check()
    await split.locator('input[name=reason]').fill(locale === 'ar' ? 'اجتماع آخر' : 'another meeting')
    await split.getByRole('button', { name: t('stories.split.submit') }).click()
    await page.waitForURL((url) => url.pathname.startsWith('/stories/') && !url.pathname.endsWith(id))
    own = new URL(page.url()).pathname.split('/').pop() as string
    await page.locator('main h1').waitFor()

    // The reason stands in the history of the story it was taken from.
    await page.goto(`/stories/${id}`)
    await page.getByText(t('stories.history')).click()
    await page
      .getByText(locale === 'ar' ? 'اجتماع آخر' : 'another meeting')
      .first()
      .waitFor()

    // Merged again: found by its own words.
    const { title } = await prisma().article.findFirstOrThrow({ where: { storyId: own, title: { not: null } } })
    const mergeBack = async () => {
      await page.goto(`/stories/${id}?find=${encodeURIComponent((title ?? '').split(' ').slice(0, 3).join(' '))}`)
      await page.locator(`button[name="otherIds[]"][value="${own}"]`).click()
    }
    await mergeBack()
    await page
      .getByText(t('audit.story_merged', { count: 1 }))
      .first()
      .waitFor()
    expect(await articlesOf(id)).toBe(whole)
    expect(await violationsOf(page)).toEqual([])

    await hears(page)
    await page.keyboard.press('z')
    await expect.poll(() => articlesOf(own)).toBeGreaterThan(0)
    expect(await articlesOf(id)).toBeLessThan(whole)
    // Merged for good: the next run finds the story whole.
    await mergeBack()
    await expect.poll(() => articlesOf(id)).toBe(whole)
  })

  test('one article is moved to another story, and the undo brings it back', async () => {
    const [id, other] = await Promise.all([aStory(place), aStory(place + 2)])
    const { id: articleId } = await prisma().article.findFirstOrThrow({
      where: { storyId: id, withdrawnAt: null, duplicateGroupId: null },
      orderBy: { id: 'asc' },
    })
    const { title } = await prisma().article.findFirstOrThrow({
      where: { storyId: other, withdrawnAt: null, title: { not: null } },
      orderBy: { sortAt: 'asc' },
    })
    const storyOf = async () => (await prisma().article.findUniqueOrThrow({ where: { id: articleId } })).storyId
    const { page } = await visit({ locale, email: 'editor@demo.example' })
    await page.goto(`/articles/${articleId}?find=${encodeURIComponent((title ?? '').split(' ').slice(0, 3).join(' '))}`)
    await page.locator(`button[name=storyId][value="${other}"]`).click()
    await expect.poll(storyOf).toBe(other)
    const undo = page.locator('[role=status] form button, [role=alert] form button').first()
    await undo.waitFor()
    expect(await violationsOf(page)).toEqual([])
    await undo.click()
    await expect.poll(storyOf).toBe(id)
  })

  test('the review list is decided by keys alone: later, no, yes, and undo', async () => {
    const { page } = await visit({ locale, email: 'editor@demo.example' })
    await page.goto('/review')
    const shown = () => page.locator('main form:visible input[name=articleId]').first().getAttribute('value')
    await page.locator('main form:visible h2').waitFor()
    expect(await violationsOf(page)).toEqual([])
    await hears(page)

    const first = await shown()
    await page.keyboard.press('s')
    await expect.poll(shown).not.toBe(first)
    await page.keyboard.press(locale === 'ar' ? 'ArrowRight' : 'ArrowLeft')
    await expect.poll(shown).toBe(first)

    const decided = async (kinds: string[]) => {
      const counts = await Promise.all(kinds.map(events))
      return counts.reduce((sum, count) => sum + count, 0)
    }
    const kinds = [
      'duplicate.judged',
      'story.judged',
      'duplicate.joined',
      'duplicate.parted',
      'story.merged',
      'story.split',
    ]
    const before = await decided(kinds)
    await page.keyboard.press('n')
    await expect.poll(() => decided(kinds)).toBe(before + 1)
    await expect.poll(shown).not.toBe(first)
    await page
      .getByRole('button', { name: t('review.undo') })
      .and(page.locator(':enabled'))
      .waitFor()
    await page.keyboard.press('u')
    await expect.poll(shown).toBe(first)

    await page.keyboard.press('y')
    await expect.poll(() => decided(kinds)).toBe(before + 2)
    await expect.poll(shown).not.toBe(first)
    // It does not come back.
    await page.goto('/review')
    await page.locator('main h1').waitFor()
    const left = await page
      .locator('main form input[name=articleId]')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
    expect(left).not.toContain(first)
  })
})
