import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { DATA_FOLDER } from '#lib/db/database-url.ts'
import { ROOT } from '#lib/db/schema-engine.ts'

const STAMP = path.join(DATA_FOLDER, 'build.sha256')
/** What a build is made of. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma/schema',
  'seeds/reference',
  'instrumentation.ts',
  'next.config.js',
  'postcss.config.mjs',
  'package-lock.json',
  'tsconfig.json',
]

/** Builds the app for production where its sources have changed since the last build. @returns whether it was built */
export async function buildIfStale(): Promise<boolean> {
  const now = await sourceHash()
  const built = await readFile(STAMP, 'utf8').catch(() => '')
  if (built === now && existsSync(path.join(ROOT, '.next/BUILD_ID'))) return false
  const child = spawn(process.execPath, [path.join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  if (code !== 0) throw new Error(`the app could not be built:\n${output.trim().split('\n').slice(-25).join('\n')}`)
  await writeFile(STAMP, now)
  return true
}

/** Names, sizes and times of all source files: reading 300 entries takes 10 ms, hashing their bytes would take 100. */
async function sourceHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const place = path.join(ROOT, source)
    const files = (await stat(place)).isDirectory()
      ? (await readdir(place, { recursive: true, withFileTypes: true }))
          .filter((e) => e.isFile())
          .map((e) => path.join(e.parentPath, e.name))
      : [place]
    for (const file of files.sort()) {
      if (file.includes(`${path.sep}generated${path.sep}`)) continue
      const { size, mtimeMs } = await stat(file)
      hash.update(`${path.relative(ROOT, file)} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}
