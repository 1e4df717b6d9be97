import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { opened } from '#tests/unit/receive/opened.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/receive')
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
  (name) => statSync(path.join(FOLDER, name)).isFile() && !name.endsWith('expected.json'),
)

test.each(FILES)(
  '%s, cut anywhere or with any bytes changed, gives documents or reasons and never fails',
  async (name) => {
    const whole = readFileSync(path.join(FOLDER, name))
    const place = fc.nat({ max: whole.length - 1 })
    const changes = fc.array(fc.tuple(place, fc.nat({ max: 255 })), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(fc.option(place), changes, async (cut, bytes) => {
        const damaged = Buffer.from(whole)
        for (const [at, byte] of bytes) damaged[at] = byte
        const items = await opened(path.basename(name), damaged.subarray(0, (cut ?? whole.length - 1) + 1))
        expect(items.length).toBeGreaterThan(0)
      }),
      { numRuns: name.endsWith('.pdf') ? 4 : 25 },
    )
  },
  30_000,
)

// Found by the property above.
test.each([
  ['archive/batch.tar', 5632, 1, 'a broken header behind an entry that is passed over'],
  ['warc/crawl.warc', 1991, 0, 'an address that is none'],
])('%s with byte %i set to %i: %s', async (name, at, byte) => {
  const damaged = readFileSync(path.join(FOLDER, name))
  damaged[at] = byte
  expect((await opened(path.basename(name), damaged)).length).toBeGreaterThan(0)
})
