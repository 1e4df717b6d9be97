import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { noComplaints, visit } from '#tests/support/browser.ts'

afterEach(noComplaints)

/** Bytes of script, as they travel, before the desk answers to anything; a bare page of Next 16 has 131 kB. */
const MOST = 151_000

test.each(['/desk', '/desk?read=first'])('%s loads at most 151 kB of script, gzip', async (address) => {
  const { page, context } = await visit({ locale: 'ar', email: 'editor@demo.example' })
  const html = await (await context.request.get(address)).text()
  // Browsers that know modules do not load what is there for those that don't.
  const tags = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag))
  const addresses = new Set(tags.map(([, src]) => (src ?? '').replaceAll('&amp;', '&')))
  let bytes = 0
  for (const src of addresses) bytes += gzipSync(await (await context.request.get(src)).body(), { level: 6 }).length
  console.info(`${address}: ${(bytes / 1000).toFixed(1)} kB of script`)
  expect(addresses.size).toBeGreaterThan(3)
  expect(bytes).toBeLessThanOrEqual(MOST)
  await page.close()
})
