import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'

/** The zone is read once a process: each test has its own. */
async function inZone(zone: string) {
  vi.stubEnv('DESK_TIME_ZONE', zone)
  return import('#lib/core/desk-time.ts')
}
beforeEach(() => vi.resetModules())

describe.each(['UTC', 'Africa/Algiers', 'Asia/Kolkata', 'America/St_Johns', 'Europe/Paris', 'Africa/Casablanca'])(
  'the desk’s clock in %s',
  (zone) => {
    test('a time that it shows is read back as a time at which it shows the same', async () => {
      const { deskLocal, fromDeskLocal } = await inZone(zone)
      const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 })
      fc.assert(
        fc.property(minutes, (minute) => {
          const shown = deskLocal(new Date(minute * 60_000))
          expect(deskLocal(fromDeskLocal(shown))).toBe(shown)
        }),
      )
    })
  },
)

test('summer and winter time are told apart', async () => {
  const { fromDeskLocal } = await inZone('Europe/Paris')
  expect(fromDeskLocal('2026-07-01T09:30').toISOString()).toBe('2026-07-01T07:30:00.000Z')
  expect(fromDeskLocal('2026-12-01T09:30').toISOString()).toBe('2026-12-01T08:30:00.000Z')
  expect(fromDeskLocal('2026-03-29T03:00').toISOString()).toBe('2026-03-29T01:00:00.000Z')
})
