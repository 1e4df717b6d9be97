import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { prepareDatabase } from '#lib/cli/start/prepare-database.ts'
import { type Running, startWeb, startWorker, untilHealthy } from '#lib/cli/start/processes.ts'
import { env } from '#lib/core/env.ts'
import { closeDatabase, prisma } from '#lib/db/client.ts'
import { SYSTEM } from '#lib/db/context.ts'
import { startEmbedded } from '#lib/db/embedded.ts'
import { freePort } from '#lib/db/free-port.ts'
import { ROOT } from '#lib/db/schema-engine.ts'
import { loadDemoAccounts } from '#seeds/demo-accounts.ts'
import { loadSources } from '#seeds/reference/load-sources.ts'

/** What can be killed: a process of ours, or PostgreSQL whole, its first process alone, or one of its sessions. */
export const VICTIMS = ['worker', 'web', 'postgres', 'postmaster', 'session'] as const
export type Victim = (typeof VICTIMS)[number]

/** Web server, worker and a durable PostgreSQL as `npm start` runs them, each started again whenever it ends. */
export type Installation = {
  url: string
  databaseUrl: string
  kill: (victim: Victim) => Promise<void>
  /** How often web server and worker ended without having been killed. */
  ownEnds: () => string[]
  stop: () => Promise<void>
}

export async function startInstallation(folder: string): Promise<Installation> {
  await mkdir(folder, { recursive: true })
  let server = await startEmbedded({ folder: path.join(folder, 'postgres') })
  const databaseUrl = server.url
  const data = path.join(folder, 'postgres/data')
  await prepare(databaseUrl)

  let stopping = false
  const ends: string[] = []
  const keepPostgres = async () => {
    for (await server.died; !stopping; await server.died)
      server = await startEmbedded({ folder: path.join(folder, 'postgres'), port: Number(new URL(databaseUrl).port) })
  }
  keepPostgres().catch((error) => ends.push(`postgres (${error})`))

  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const settings = {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: 'a secret of the tests, of no use elsewhere',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
  }
  const killed = new Set<Running>()
  const processes: Partial<Record<'web' | 'worker', Running>> = {}
  const keep = (name: 'web' | 'worker') => {
    const begin = name === 'web' ? (options: Parameters<typeof startWorker>[0]) => startWeb(port, options) : startWorker
    const running: Running = begin({
      env: settings,
      logFile: path.join(folder, `${name}.log`),
      onExit: (code) => {
        if (!killed.has(running)) ends.push(`${name} (${code})`)
        if (!stopping) keep(name)
      },
    })
    processes[name] = running
  }
  keep('web')
  keep('worker')
  await untilHealthy(url, processes.web as Running)

  return {
    url,
    databaseUrl,
    ownEnds: () => ends,
    kill: async (victim) => {
      if (victim === 'web' || victim === 'worker') {
        const running = processes[victim] as Running
        killed.add(running)
        running.child.kill('SIGKILL')
      } else await killPostgres(victim, data)
    },
    stop: async () => {
      stopping = true
      await Promise.all([processes.web?.stop(), processes.worker?.stop()])
      await server.stop()
    },
  }
}

/** Tables, reference data, the demo's sources and accounts; nothing has been delivered yet. */
async function prepare(databaseUrl: string): Promise<void> {
  process.env.DATABASE_URL = databaseUrl
  env().DATABASE_URL = databaseUrl
  await prepareDatabase(databaseUrl, false)
  const ctx = { db: prisma(), actor: SYSTEM, now: () => new Date() }
  await loadDemoAccounts(ctx)
  await loadSources(ctx, JSON.parse(await readFile(path.join(ROOT, 'seeds/demo/sources.json'), 'utf8')))
  await closeDatabase()
}

/** Kills PostgreSQL whole, its first process alone (its sessions linger), or one session (it then restarts itself). */
async function killPostgres(victim: 'postgres' | 'postmaster' | 'session', data: string): Promise<void> {
  const first = Number((await readFile(path.join(data, 'postmaster.pid'), 'utf8')).split('\n')[0])
  const others = (await readFile(`/proc/${first}/task/${first}/children`, 'utf8').catch(() => ''))
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)
  const doomed = victim === 'postmaster' ? [first] : victim === 'session' ? others.slice(-1) : [first, ...others]
  for (const pid of doomed.length > 0 ? doomed : [first]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself in the meantime.
    }
  }
}
