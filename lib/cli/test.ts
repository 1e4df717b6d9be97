import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DATA_FOLDER } from '#lib/db/database-url.ts'
import { ROOT } from '#lib/db/schema-engine.ts'

/** `npm test`: unit, integration and end-to-end, then one plain line. Further words go to vitest (`-- --project unit`). */
const results = path.join(DATA_FOLDER, 'test-results.json')
rmSync(results, { force: true })
const run = spawnSync(
  process.execPath,
  [
    path.join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: 'inherit' },
)
if (existsSync(results)) {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(results, 'utf8')) as Record<
    string,
    number
  >
  console.log(
    `\n${numPassedTests} passed, ${numFailedTests} failed${numPendingTests ? `, ${numPendingTests} skipped` : ''}`,
  )
}
process.exit(run.status ?? 1)
