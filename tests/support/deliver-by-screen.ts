import type { Page } from 'playwright-core'
import { i18nFor } from '#lib/i18n/i18n.ts'

const { t } = i18nFor('ar')
const LONG = { timeout: 120_000 }

/** Puts files into a batch through the Arabic screen, as an admin does, and waits until all of it has been read. @returns its id */
export async function deliverByScreen(page: Page, paths: string[]): Promise<string> {
  await page.goto('/batches')
  await page.getByLabel(t('batches.drop.files')).setInputFiles(paths)
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/, LONG)
  const start = page.getByRole('button', { name: t('batches.columns.start') })
  const done = page.getByText(t('batches.states.done'), { exact: true }).first()
  await start.or(done).first().waitFor(LONG)
  // Tables are shown before they are read.
  if (await start.isVisible()) await start.click()
  await done.waitFor(LONG)
  return new URL(page.url()).pathname.split('/').pop() ?? ''
}

/** A line of a report, as the screen has it. */
export type ReportLine = { path: string; state: string; why: string; article: string | null }

/** The whole report of a batch. `look` is called on each of its pages. */
export async function reportOf(page: Page, batchId: string, look?: () => Promise<void>): Promise<ReportLine[]> {
  const lines: ReportLine[] = []
  for (let next: string | null = `/batches/${batchId}`; next; next = await nextPage(page)) {
    await page.goto(next)
    await look?.()
    const rows = page.locator('main table').first().locator('tbody tr')
    lines.push(
      ...(await rows.evaluateAll((all) =>
        all.map((row) => ({
          path: row.querySelector('th bdi')?.textContent ?? '',
          state: row.querySelector('td span')?.textContent ?? '',
          why: row.querySelector('td p')?.textContent ?? '',
          article: row.querySelector('a[href^="/articles/"]')?.getAttribute('href') ?? null,
        })),
      )),
    )
  }
  return lines
}

/** Address of a list's next page, or null at its end. */
export async function nextPage(page: Page): Promise<string | null> {
  const next = page.locator('a[rel=next]')
  return (await next.count()) > 0 ? next.first().getAttribute('href') : null
}
