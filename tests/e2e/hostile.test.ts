import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { deliveryPath } from '#lib/batches/delivery-path.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { PAYLOADS } from '#tests/fixtures/hostile/payloads.ts'
import { noComplaints, visit } from '#tests/support/browser.ts'
import { deliverByScreen, nextPage, type ReportLine, reportOf } from '#tests/support/deliver-by-screen.ts'
import { aSoundText, hostileFiles } from '#tests/support/hostile-files.ts'

const SHARED = path.resolve('../shared/eval/hostile')
const isHere = existsSync(SHARED)
const { t } = i18nFor('ar')

let folder = ''
let page: Page
let context: BrowserContext
/** What ran though nothing may: dialogs, and calls of what payloads call. */
const executed: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'mirqab-hostile-'))
  ;({ page, context } = await visit({ locale: 'ar', email: 'admin@demo.example' }))
  await context.exposeFunction('mirqabExecuted', (what: string) => executed.push(what))
  await context.addInitScript(() => {
    const tell = (window as unknown as { mirqabExecuted: (what: string) => void }).mirqabExecuted
    for (const name of ['alert', 'confirm', 'prompt', 'print'] as const)
      Object.defineProperty(window, name, { value: () => tell(`${name} on ${location.pathname}`) })
    document.addEventListener('securitypolicyviolation', (event) =>
      tell(`${event.violatedDirective} on ${location.pathname}`),
    )
  })
  page.on('dialog', (dialog) => {
    executed.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto('/desk')
  await page.evaluate(() => alert('what listens is there'))
  expect(executed.splice(0)).toEqual(['alert on /desk'])
})
afterEach(() => {
  noComplaints()
  expect(executed.splice(0)).toEqual([])
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Puts files into a batch through the screen, as an admin does, and waits until all of it has been read. */
async function delivered(files: { name: string; bytes: Buffer }[]): Promise<string> {
  // By way of the disk: what stands on a line between test and browser may be 50 MB at most.
  const paths = await Promise.all(
    files.map(async ({ name, bytes }, i) => {
      const at = path.join(await mkdtemp(path.join(folder, `${i}-`)), name)
      await writeFile(at, bytes)
      return at
    }),
  )
  return deliverByScreen(page, paths)
}

/** No handler, no foreign address, no element that an article could have brought along. */
async function isInert(): Promise<void> {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => [
      ...[...element.attributes]
        .filter(({ name }) => name.startsWith('on'))
        .map(({ name }) => `${element.tagName} ${name}`),
      ...['href', 'src', 'action', 'formaction', 'data', 'xlink:href']
        .map((name) => element.getAttribute(name) ?? '')
        // React marks the forms of its own actions so.
        .filter((address) => /^\s*(?:javascript|vbscript|data):(?!throw new Error\('React form)/i.test(address))
        .map((address) => `${element.tagName} ${address}`),
      ...(/^(?:IFRAME|OBJECT|EMBED|FRAME|BASE|MARQUEE|MATH|VIDEO|AUDIO)$/i.test(element.tagName)
        ? [element.tagName]
        : []),
    ]),
  )
  expect(found, page.url()).toEqual([])
}

/** Opens what came of a delivery: its articles, the desk's list of it, and the stories. */
async function opened(batchId: string, articles: string[]): Promise<void> {
  for (let next: string | null = `/desk?batch=${batchId}`; next; next = await nextPage(page)) {
    await page.goto(next)
    await isInert()
  }
  for (const address of articles) {
    await page.goto(address)
    await page.locator('main h1').first().waitFor()
    await isInert()
  }
  await page.goto('/stories')
  await isInert()
}

const unreadable = t('batches.itemStates.unreadable')
/** Each item is read, is here already, or says why not in a sentence of ours. */
function nothingIsLost(lines: ReportLine[], expected: number): void {
  expect(lines).toHaveLength(expected)
  for (const line of lines.filter(({ article }) => article === null)) {
    expect(line.state, line.path).toBe(unreadable)
    expect(line.why, line.path).toMatch(/\p{Script=Arabic}{3}.*\.$/su)
  }
}

const record = (payload: string, i: number) => ({
  title: `${payload} ${i}`,
  text: `${payload}\n\n${aSoundText(i)}\n\n${payload}`,
  source: payload,
  author: payload,
  url: i % 2 ? payload : `https://khabar.example/${i}?q=${payload}`,
  published_at: i % 3 ? '2026-11-12' : payload,
})
const jsonLines = (payloads: string[]): Buffer =>
  Buffer.from(payloads.map((p, i) => JSON.stringify(record(p, i))).join('\n'))
const html = (payload: string, i: number): Buffer =>
  Buffer.from(
    `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>${payload}</title><meta name="author" content="${payload}"><meta property="og:site_name" content='${payload}'><link rel="canonical" href="${payload}"></head><body><article><h1>خبر ${i} ${payload}</h1>${payload}<p>${aSoundText(i).replaceAll('\n\n', `</p>${payload}<p>`)}</p>${payload}</article></body></html>`,
  )

test('payloads of ours in every field of every kind of file execute nowhere, and nothing of them is lost', async () => {
  const csv = [
    'العنوان,النص,المصدر,الكاتب',
    ...PAYLOADS.map((p, i) => [p, record(p, i + 100).text, p, p].map((v) => `"${v.replaceAll('"', '""')}"`).join(',')),
  ]
  const rss = `<rss version="2.0"><channel><title><![CDATA[${PAYLOADS[0]}]]></title>${PAYLOADS.map((p, i) => `<item><title><![CDATA[${p}]]></title><link><![CDATA[${p}]]></link><description><![CDATA[${p}<p>${aSoundText(i + 200)}</p>${p}]]></description></item>`).join('')}</channel></rss>`
  const batchId = await delivered([
    { name: 'payloads.jsonl', bytes: jsonLines(PAYLOADS) },
    { name: 'payloads.csv', bytes: Buffer.from(csv.join('\r\n')) },
    { name: 'payloads.rss', bytes: Buffer.from(rss) },
    ...PAYLOADS.map((payload, i) => ({ name: `${i}.html`, bytes: html(payload, i + 300) })),
    { name: '<img src=x onerror=alert(1)>.txt', bytes: Buffer.from(aSoundText(400)) },
    { name: '"onmouseover=alert(1) \u202Etxt.exe', bytes: Buffer.from(aSoundText(401)) },
  ])
  const lines = await reportOf(page, batchId, isInert)
  nothingIsLost(lines, 4 * PAYLOADS.length + 2)
  const articles = [...new Set(lines.flatMap(({ article }) => article ?? []))]
  expect(articles.length).toBeGreaterThan(3 * PAYLOADS.length)
  await opened(batchId, articles)
}, 600_000)

test('payloads in names, notes and tags execute on no screen, the audit log among them', async () => {
  const payload = `"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}\${7*7}'`
  for (const form of ['/entities/new', '/sources/new']) {
    await page.goto(form)
    await page.locator('main input[name=nameAr]').fill(`${payload} اسم`)
    await page.locator('main form:has(input[name=nameAr]) button:not([type=button])').last().click()
    await page.waitForURL((url) => url.pathname !== form)
  }
  await page.goto('/desk')
  const article = await page.locator('[data-item-link]').first().getAttribute('href')
  await page.goto(article ?? '', { waitUntil: 'networkidle' })
  await page.evaluate(() =>
    getSelection()?.selectAllChildren(document.querySelector('[data-article-text] p') as HTMLElement),
  )
  await page
    .getByRole('button', { name: t('annotations.comment'), exact: true })
    .first()
    .click()
  await page.locator('textarea[name=body]').fill(payload)
  await page
    .getByRole('button', { name: t('annotations.save'), exact: true })
    .first()
    .click()
  await page.locator('[id^=note-]').first().waitFor()
  expect(await page.locator('[id^=note-]').first().textContent()).toContain(payload)
  for (const screen of [
    article ?? '',
    '/entities',
    '/sources',
    '/audit',
    '/desk',
    '/dashboards',
    '/attention',
    `/desk?q=${encodeURIComponent(payload)}`,
  ]) {
    await page.goto(screen)
    await page.locator('main h1').first().waitFor()
    await isInert()
  }
})

test.skipIf(!isHere)(
  'naughty strings and the payloads of a sanitiser execute nowhere, and nothing is lost (needs ../shared/eval/hostile)',
  async () => {
    const naughty = JSON.parse(readFileSync(path.join(SHARED, 'blns/blns.json'), 'utf8')) as string[]
    const sanitised = gunzipSync(readFileSync(path.join(SHARED, 'dompurify.jsonl.gz')))
      .toString()
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { payload: string }).payload)
    const tables = readdirSync(path.join(SHARED, 'csv_spectrum/csvs'))
    const batchId = await delivered([
      { name: 'naughty.jsonl', bytes: jsonLines(naughty) },
      { name: 'sanitised.jsonl', bytes: jsonLines(sanitised) },
      ...sanitised.map((payload, i) => ({ name: `${i}.html`, bytes: html(payload, i + 2000) })),
      ...tables.map((name) => ({ name, bytes: readFileSync(path.join(SHARED, 'csv_spectrum/csvs', name)) })),
    ])
    const lines = await reportOf(page, batchId, isInert)
    const [fromTables, others] = [
      lines.filter(({ path: at }) => tables.includes(at)),
      lines.filter(({ path: at }) => !tables.includes(at)),
    ]
    nothingIsLost(others, naughty.length + 2 * sanitised.length)
    // Tables without a column that means anything to us: each is told, row by row or whole.
    expect(new Set(fromTables.map(({ path: at }) => at)).size).toBe(tables.length)
    nothingIsLost(fromTables, fromTables.length)
    const articles = [...new Set(lines.flatMap(({ article }) => article ?? []))]
    // Every payload stands on a list that was opened; of the articles' own screens, all with markup and some of the rest.
    const chosen = articles.filter((_, i) => i >= naughty.length || i % 8 === 0)
    await opened(batchId, chosen)
  },
  900_000,
)

test('files made to hurt are refused by name, the others of their batch are read, and the worker’s memory stays bounded', async () => {
  const files = await hostileFiles()
  const batchId = await delivered([
    ...files.map(({ path: name, bytes }) => ({ name, bytes })),
    { name: 'sound.txt', bytes: Buffer.from(aSoundText(999)) },
  ])
  const lines = await reportOf(page, batchId, isInert)
  const became = files.map(({ path: name, read }) => {
    const own = lines.filter(({ path: at }) => at === deliveryPath(name) || at.startsWith(`${deliveryPath(name)}/`))
    const whys = own.filter(({ state }) => state === unreadable).map(({ why }) => why)
    for (const why of whys) expect(why, name).toMatch(/\p{Script=Arabic}{3}.*\.$/su)
    return {
      name,
      refused: whys.length,
      read: read === null ? null : own.filter(({ article }) => article !== null).length,
    }
  })
  expect(became).toEqual(
    files.map(({ path: name, refused, read }) => ({
      name,
      refused: read === null ? expect.any(Number) : refused.length,
      read,
    })),
  )
  expect(lines.find(({ path: at }) => at === 'sound.txt')?.article).toBeTruthy()
  const most = mostMemory(inject('workerPid'))
  console.info(`most memory the worker ever took: ${most} MB`)
  if (most !== null) expect(most).toBeLessThan(1000)
  await opened(
    batchId,
    lines.flatMap(({ article }) => article ?? []),
  )
}, 600_000)

/** In MiB, where the system tells. */
function mostMemory(pid: number): number | null {
  const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : ''
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1]
  return kilobytes ? Math.round(Number(kilobytes) / 1024) : null
}
