#!/usr/bin/env node
/**
 * The first step of `npm start`, `npm test` and `npm run mirqab` on any machine: plain JavaScript for an old Node,
 * needing no package. It installs what the lock file says where that is missing, makes the Prisma client, and goes on
 * under the Node that the package `node` brings where the machine's own is too old to run TypeScript.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const NEEDED_NODE = 26
const at = (...parts) => path.join(ROOT, ...parts)
// Called by its own name (`mirqab read …`), the command is the first word.
if (path.basename(process.argv[1] ?? '') === 'mirqab') process.argv.splice(2, 0, 'mirqab')
const quiet = process.argv[2] === 'mirqab'
const say = (words) => process.stderr.write(`${words}\n`)

/** One sentence, the way out, and the end. */
function giveUp(what, wayOut) {
  say(`\nmirqab: ${what}\n        ${wayOut}`)
  process.exit(1)
}

/** Whether what is installed is what the lock file says; other platforms' packages are rightly missing. */
function packagesInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages
    const there = JSON.parse(readFileSync(at('node_modules/.package-lock.json'), 'utf8')).packages
    return Object.entries(wanted).every(
      ([where, { version, optional }]) => !where || optional || there[where]?.version === version,
    )
  } catch {
    return false
  }
}

function installPackages() {
  // Contents, not times: npm writes the two files in either order.
  if (packagesInstalled()) return
  say('Installing packages (once; about a minute)…')
  // The engines that Prisma's own scripts would download are not needed: any existing program stands in for them.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_SKIP_POSTINSTALL_GENERATE: '1' }
  const npm = process.env.npm_execpath
  const [file, args] = npm ? [process.execPath, [npm]] : ['npm', []]
  const run = spawnSync(file, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  })
  if (run.status !== 0) {
    const why = `${run.stderr ?? ''}${run.error ? run.error.message : ''}`
    if (/ENOSPC/.test(why)) giveUp('there is no room left on the disk.', 'Free some 2 GB, then start again.')
    if (/EACCES|EPERM/.test(why))
      giveUp(
        `${ROOT} may not be written to.`,
        'Give yourself the right to it (chown), or clone it somewhere of your own.',
      )
    if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(why))
      giveUp(
        'the npm registry could not be reached.',
        'Check the network (or `npm config get registry`), then start again.',
      )
    giveUp('the packages could not be installed.', `npm said: ${why.trim().split('\n').slice(-4).join('\n        ')}`)
  }
}

/** The Node that came with the packages where ours is older. */
function properNode() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_NODE) return process.execPath
  const own = at('node_modules/node/bin/node')
  if (!existsSync(own))
    giveUp(
      `Node ${process.versions.node} is too old and the package \`node\` has no program for this machine.`,
      `Install Node ${NEEDED_NODE} or newer, then start again.`,
    )
  return own
}

/** Makes the Prisma client again where the schema has changed. */
function generateClient(node) {
  const folder = at('prisma/schema')
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(path.join(folder, name)))
  hash.update(readFileSync(at('node_modules/prisma/package.json')))
  const stamp = at('.data/prisma-client.sha256')
  const now = hash.digest('hex')
  if (existsSync(at('lib/db/generated/client.ts')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  rmSync(at('lib/db/generated'), { recursive: true, force: true })
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
  const run = spawnSync(node, [at('node_modules/prisma/build/index.js'), 'generate'], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  })
  if (run.status !== 0)
    giveUp(
      'the database client could not be made.',
      `${run.stdout}${run.stderr}`.trim().split('\n').slice(-4).join('\n        '),
    )
  mkdirSync(at('.data'), { recursive: true })
  writeFileSync(stamp, now)
}

try {
  mkdirSync(at('.data'), { recursive: true, mode: 0o700 })
} catch (error) {
  if (error.code === 'ENOSPC') giveUp('there is no room left on the disk.', 'Free some 2 GB, then start again.')
  giveUp(`${ROOT} may not be written to.`, 'Give yourself the right to it (chown), or clone it somewhere of your own.')
}
installPackages()
const node = properNode()
generateClient(node)

const [what, ...args] = process.argv.slice(2)
const file = at('lib/cli', `${what}.ts`)
// What Node makes of our TypeScript is kept: a command starts in half the time. Threads and other Nodes read it from here.
if (quiet) process.env.NODE_COMPILE_CACHE ??= at('.data/compile-cache')
// The packages' programs, and this Node first, for whatever is started from here.
process.env.PATH = [path.dirname(node), at('node_modules/.bin'), process.env.PATH].join(path.delimiter)
if (node === process.execPath) {
  process.argv.splice(1, 2, file)
  if (quiet) module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
  await import(pathToFileURL(file).href)
} else {
  if (!quiet) say(`Going on with Node from the package \`node\` (the machine's own is ${process.versions.node}).`)
  const { spawn } = await import('node:child_process')
  const child = spawn(node, [file, ...args], { cwd: process.cwd(), stdio: 'inherit' })
  // Ctrl-C reaches the child itself; other signals are passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => signal !== 'SIGINT' && child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}
