import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core'
import { afterAll, expect, inject } from 'vitest'
import { DATA_FOLDER } from '#lib/db/database-url.ts'
import { DEMO_PASSWORD } from '#seeds/demo-accounts.ts'

/** A real browser out of an npm package, over the built app. */
export const appUrl = inject('appUrl')
let browser: Browser | undefined

/** The package's own list turns off web security and runs in one process, where contexts lose each other's cookies. */
const ARGS = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none']

export type Visit = { page: Page; context: BrowserContext }

/** In the project's own folder: in the machine's, another user's copy may lie, and may not be run. */
const UNPACKED = path.join(DATA_FOLDER, 'browser')
/** The libraries that Chromium needs (nss, expat) come with it, for machines that have none. */
const LIBRARIES = path.join(UNPACKED, 'al2023/lib')

/** Unpacks the browser once. The package asks for the place, and where it runs, by the environment alone. */
async function unpackedBrowser(): Promise<string> {
  await mkdir(UNPACKED, { recursive: true })
  const before = { ...process.env }
  Object.assign(process.env, { TMPDIR: UNPACKED, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' })
  try {
    return await chromium.executablePath()
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV']) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
}

/** A browser window of its own: language, size, and signed in where an account is given. */
export async function visit(
  options: { locale?: 'ar' | 'en'; width?: number; email?: string; dark?: boolean; touch?: boolean } = {},
): Promise<Visit> {
  browser ??= await playwright.launch({
    executablePath: await unpackedBrowser(),
    args: ARGS,
    env: { ...(process.env as Record<string, string>), LD_LIBRARY_PATH: LIBRARIES },
    headless: true,
  })
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    baseURL: appUrl,
    colorScheme: options.dark ? 'dark' : 'light',
    hasTouch: options.touch ?? false,
  })
  await context.addCookies([{ name: 'mirqab-locale', value: options.locale ?? 'ar', url: appUrl }])
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  watch(page)
  if (options.email) await signIn(page, options.email)
  return { page, context }
}

/** What the browser complained about; a test that ends with a complaint fails (see {@link noComplaints}). */
const complaints: string[] = []

function watch(page: Page): void {
  page.on('pageerror', (error) => complaints.push(`exception on ${page.url()}: ${error.message}`))
  page.on(
    'console',
    (message) =>
      message.type() === 'error' &&
      !expected(message.text()) &&
      complaints.push(`console on ${page.url()}: ${message.text()}`),
  )
  page.on(
    'request',
    (request) =>
      !request.url().startsWith(appUrl) &&
      !request.url().startsWith('data:') &&
      !request.url().startsWith('blob:') &&
      complaints.push(`request to ${request.url()}`),
  )
}

/** A refused request is written to the console by the browser itself; the tests that provoke one look at its status. */
const expected = (text: string) => /status of 40[1349]|status of 4(00|13|22|29)/.test(text)

export function noComplaints(): void {
  const all = complaints.splice(0)
  expect(all).toEqual([])
}

export async function signIn(page: Page, email: string, password = DEMO_PASSWORD): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('form button[type=submit]').first().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** What the server and the page take a moment for, on a machine with much else to do. */
export const eventually = <T>(what: () => T) => expect.poll(what, { timeout: 10_000 })

/** Waits until a page hears its keys: it does once it is alive, which a busy machine makes late. */
export async function hears(page: Page): Promise<void> {
  const open = page.locator('dialog[open]')
  const asked = async () => {
    if (!(await open.count())) await page.keyboard.press('?')
    return open.count()
  }
  await expect.poll(asked, { interval: 200, timeout: 30_000 }).toBe(1)
  await page.keyboard.press('Escape')
  await open.waitFor({ state: 'detached' })
}

/** Violations of WCAG 2.2 A and AA on the page as it is now, by axe. */
export async function violations(page: Page): Promise<string[]> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await page.evaluate(source)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const found = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 140)).join(' | ')}`)
  })
}

afterAll(async () => {
  await browser?.close()
  browser = undefined
})
