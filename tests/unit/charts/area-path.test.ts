import { expect, test } from 'vitest'
import { areaPath } from '#components/charts/area-path.ts'

test('each day is a flat step of its own width, and the highest reaches the top', () => {
  expect(areaPath([0, 2, 1], 2, 40)).toBe('M0 40V40H1V0H2V20H3V40Z')
})

test('in a page that reads from the right, the first day stands on the right', () => {
  expect(areaPath([0, 2, 1], 2, 40, true)).toBe('M3 40V40H2V0H1V20H0V40Z')
})

test('days without any articles are a line on the floor, not a division by zero', () => {
  expect(areaPath([0, 0], 0, 40)).toBe('M0 40V40H1V40H2V40Z')
})
