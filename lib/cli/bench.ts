import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '#lib/db/schema-engine.ts'

/**
 * `npm run bench [NAME…] [--OPTION…]`: each file of tests/bench in a process of its own, one after the other, so that
 * none disturbs another. Options are the named bench's own.
 */
const folder = path.join(ROOT, 'tests/bench')
const given = process.argv.slice(2)
const firstOption = given.findIndex((word) => word.startsWith('--'))
const wanted = firstOption < 0 ? given : given.slice(0, firstOption)
const options = firstOption < 0 ? [] : given.slice(firstOption)
const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
let failed = 0
for (const name of names) {
  if (wanted.length > 0 && !wanted.includes(name.replace('.ts', ''))) continue
  console.log(`\n# ${name.replace('.ts', '')}`)
  if (spawnSync(process.execPath, [path.join(folder, name), ...options], { cwd: ROOT, stdio: 'inherit' }).status !== 0)
    failed++
}
process.exit(failed > 0 ? 1 : 0)
