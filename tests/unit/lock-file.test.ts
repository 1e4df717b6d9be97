import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Package = { optionalDependencies?: Record<string, string> }

test('the lock file names the packages of every platform: npm ci refuses one that does not', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> }
  const missing = Object.values(packages)
    .flatMap((p) => Object.entries(p.optionalDependencies ?? {}))
    .filter(
      ([name, version]) =>
        /^\d/.test(version) && !Object.keys(packages).some((key) => key.endsWith(`node_modules/${name}`)),
    )
  expect(missing).toEqual([])
})
