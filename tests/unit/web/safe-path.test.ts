import { expect, test } from 'vitest'
import { safePath } from '#lib/web/safe-path.ts'

test('after sign-in one goes on to a path of the desk', () => {
  expect(safePath('/articles/1?edit=text#note')).toBe('/articles/1?edit=text#note')
  expect(safePath('/desk?q=%D9%85')).toBe('/desk?q=%D9%85')
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\\evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  'evil',
  '',
  undefined,
  ['/desk', '//evil.example'],
])('an address that leads elsewhere is not followed: %j', (given) => expect(safePath(given)).toBe('/desk'))
