import { expect, test } from 'vitest'
import { type FeedState, feedHealth } from '#lib/sources/feed-health.ts'

const HOUR = 3_600_000
const NOW = new Date('2026-11-17T09:00:00Z')
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR)
const feed = (given: Partial<FeedState> = {}): FeedState => ({
  createdAt: ago(1000),
  lastPollAt: NOW,
  lastSuccessAt: NOW,
  lastItemAt: ago(1),
  usualMinutes: 60,
  failures: 0,
  problem: null,
  pausedAt: null,
  ...given,
})

test.each([
  ['brought something an hour ago', {}, 'sound'],
  ['was never asked', { lastPollAt: null, lastSuccessAt: null, lastItemAt: null }, 'new'],
  ['failed once', { failures: 1, problem: { key: 'fetch-slow' } }, 'unsteady'],
  ['failed three times', { failures: 3, problem: { key: 'fetch-slow' } }, 'failing'],
  ['was paused while it failed', { failures: 9, pausedAt: NOW }, 'paused'],
  ['is gone for good', { failures: 1, pausedAt: NOW, problem: { key: 'feed-gone' } }, 'gone'],
  ['brings news hourly and was quiet for a night', { lastItemAt: ago(10) }, 'sound'],
  ['brings news hourly and was quiet for longer than a day', { lastItemAt: ago(25) }, 'silent'],
  ['brings news daily and was quiet for two days', { lastItemAt: ago(48), usualMinutes: 1440 }, 'sound'],
  ['brings news daily and was quiet for four days', { lastItemAt: ago(96), usualMinutes: 1440 }, 'silent'],
  ['is quiet for five days, its rhythm not known yet', { lastItemAt: ago(120), usualMinutes: null }, 'sound'],
  ['never had anything in eight days', { createdAt: ago(192), lastItemAt: null, usualMinutes: null }, 'silent'],
  ['was not asked since it last brought something', { lastSuccessAt: ago(300), lastItemAt: ago(300) }, 'sound'],
] as const)('a feed that %s is told so', (_, given, health) => {
  expect(feedHealth(feed(given))).toBe(health)
})
