import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { buildIfStale } from '#lib/cli/start/build-if-stale.ts'
import { prepareDatabase } from '#lib/cli/start/prepare-database.ts'
import { startWeb, startWorker, untilHealthy } from '#lib/cli/start/processes.ts'
import { DATA_FOLDER } from '#lib/db/database-url.ts'
import { startEmbedded } from '#lib/db/embedded.ts'
import { freePort } from '#lib/db/free-port.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built app over the demo newsroom. */
    appUrl: string
    /** The process of its worker. */
    workerPid: number
  }
}

/** The built app, its worker, and a database of their own with the demo newsroom in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const server = given
    ? { url: given, stop: async () => {} }
    : await startEmbedded({ folder: path.join(DATA_FOLDER, 'test'), durable: false })
  const name = `mirqab_template_app_${process.pid}`
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href
  const port = await freePort()
  const appUrl = `http://localhost:${port}`
  const env = {
    DATABASE_URL: url,
    NEXTAUTH_URL: appUrl,
    NEXTAUTH_SECRET: 'a secret of the tests, of no use elsewhere',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
  }
  Object.assign(process.env, env)
  const logs = path.join(DATA_FOLDER, 'test/logs')
  await mkdir(logs, { recursive: true })
  await prepareDatabase(url, true)
  await buildIfStale()
  const web = startWeb(port, { env, logFile: path.join(logs, 'web.log') })
  const worker = startWorker({ env, logFile: path.join(logs, 'worker.log') })
  await untilHealthy(appUrl.replace('localhost', '127.0.0.1'), web)
  project.provide('appUrl', appUrl)
  project.provide('workerPid', worker.child.pid ?? 0)
  return async () => {
    await Promise.all([web.stop(), worker.stop()])
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    // Another run may be using the same server: the last one stops it.
    const { rows } = await admin.query("SELECT 1 FROM pg_database WHERE datname LIKE 'mirqab_template_%'")
    await admin.end()
    if (rows.length === 0) await server.stop()
  }
}
