import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildIfStale } from '#lib/cli/start/build-if-stale.ts'
import { prepareDatabase } from '#lib/cli/start/prepare-database.ts'
import { portInUse, type Running, startWeb, startWorker, untilHealthy } from '#lib/cli/start/processes.ts'
import { explain, StartFailure, step } from '#lib/cli/start/step.ts'
import { env } from '#lib/core/env.ts'
import { DATA_FOLDER } from '#lib/db/database-url.ts'
import { startEmbedded } from '#lib/db/embedded.ts'

/** `npm start`: opens everything in order; whatever ends it closes everything in the other order. */
const opened: { stop: () => Promise<void> }[] = []
let closing = false

async function main(): Promise<void> {
  const given = env()
  const ownDatabase = !given.DATABASE_URL
  const port = given.PORT
  const host = process.env.HOST ?? '127.0.0.1'
  const address = given.NEXTAUTH_URL ?? `http://localhost:${port}`
  if (await portInUse(port, host))
    throw new StartFailure(
      `port ${port} is in use`,
      `Stop what runs there, or take another: PORT=${port + 1} npm start`,
    )

  await mkdir(path.join(DATA_FOLDER, 'logs'), { recursive: true, mode: 0o700 })
  const settings = {
    DATABASE_URL: given.DATABASE_URL ?? (await step('PostgreSQL', openEmbedded)),
    NEXTAUTH_SECRET: given.NEXTAUTH_SECRET ?? (await ownSecret()),
    NEXTAUTH_URL: address,
    HOST: host,
  }
  Object.assign(process.env, settings)
  Object.assign(given, settings)
  const accounts = await prepareDatabase(settings.DATABASE_URL, ownDatabase || given.MIRQAB_DEMO === '1')
  if (closing) return
  await step('App built', buildIfStale)
  if (closing) return

  const web = keepRunning('web', (options) => startWeb(port, options), settings)
  keepRunning('worker', startWorker, settings)
  await step('Web server and worker', () => untilHealthy(`http://${host}:${port}`, web()))

  console.log(`\n  Mirqab is at ${address}\n`)
  for (const { role, email, password } of accounts) console.log(`    ${role.padEnd(8)} ${email.padEnd(24)} ${password}`)
  if (accounts.length === 0)
    console.log('    The first admin: npm run mirqab -- user add --role admin --email YOU --name NAME')
  console.log(`\n  Logs: ${path.relative(process.cwd(), path.join(DATA_FOLDER, 'logs'))}   Ctrl-C stops everything.\n`)
}

/** The embedded server, started again where it ends by itself: web server and worker find it at the same port. */
async function openEmbedded(): Promise<string> {
  const folder = path.join(DATA_FOLDER, 'postgres')
  let server = await startEmbedded({ folder })
  const { url } = server
  opened.push({ stop: () => server.stop() })
  const keep = async () => {
    for (await server.died; !closing; await server.died) {
      console.error('  PostgreSQL ended and is started again')
      server = await startEmbedded({ folder, port: Number(new URL(url).port) })
    }
  }
  keep().catch(fail)
  return url
}

/** A secret of this installation, made once: sessions outlive a restart. */
async function ownSecret(): Promise<string> {
  const file = path.join(DATA_FOLDER, 'session-secret')
  const known = await readFile(file, 'utf8').catch(() => '')
  if (known.length >= 32) return known
  const secret = randomBytes(32).toString('hex')
  await writeFile(file, secret, { mode: 0o600 })
  return secret
}

type Start = (options: Parameters<typeof startWorker>[0]) => Running

/** Starts a process, and again where it ends by itself: what it had not finished is still in the database. */
function keepRunning(name: string, begin: Start, settings: Record<string, string>): () => Running {
  const logFile = path.join(DATA_FOLDER, 'logs', `${name}.log`)
  let running: Running
  let ends = 0
  const go = () => {
    running = begin({
      env: settings,
      logFile,
      onExit: async (code) => {
        if (closing) return
        // One that was killed did nothing wrong (the memory ran out, somebody was tidying up); one that ends itself did.
        if (code !== null && ++ends > 5)
          return fail(new StartFailure(`the ${name} process keeps ending (${code})`, `Its log says why: ${logFile}`))
        console.error(`  the ${name} process ended (${code ?? 'killed'}) and is started again`)
        await sleep(1000)
        if (!closing) go()
      },
    })
  }
  go()
  opened.push({ stop: () => running.stop() })
  return () => running
}

async function close(): Promise<void> {
  if (closing) return
  closing = true
  for (const { stop } of opened.reverse()) await stop().catch(() => undefined)
}

async function fail(error: unknown): Promise<void> {
  const { message, wayOut } = explain(error)
  console.error(`\nmirqab: ${message}.\n        ${wayOut}`)
  await close()
  process.exit(1)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, async () => {
    if (closing) return
    console.log('\n  Stopping…')
    await close()
    process.exit(0)
  })
}

main().catch(fail)
