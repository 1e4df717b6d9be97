import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { log } from '#lib/core/log.ts'
import { pool } from '#lib/db/client.ts'
import { isDatabaseGone } from '#lib/db/is-database-gone.ts'

/** A restart takes seconds, with much to recover a minute. */
const PATIENCE_MS = 120_000
const PAUSE_MS = 200

/** Waits for a server that is gone to be back. @throws its last error where that takes more than two minutes */
export async function untilDatabaseAnswers(): Promise<void> {
  const client = await connect()
  client.release()
}

async function connect(): Promise<pg.PoolClient> {
  const until = performance.now() + PATIENCE_MS
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await pool().connect()
    } catch (error) {
      if (!isDatabaseGone(error) || performance.now() > until) throw error
      if (isFirst) log.warn({ err: error }, 'the database does not answer; waiting for it')
      await sleep(PAUSE_MS)
    }
  }
}

/**
 * The pool as the queue should see it. The queue ends its process when the server goes away while it writes down how a
 * job went, but for errors with a few codes, after which it tries again: so a lost connection gets one of those, and so
 * does whatever else is no answer of the server, for the driver has many sentences for a connection that is no more.
 */
export function patientPool(): pg.Pool {
  const own = pool()
  return Object.create(own, {
    // `query` of the pool comes with a callback; nothing of the queue that matters uses it.
    connect: { value: (callback?: never) => (callback ? own.connect(callback) : connect().then(telling)) },
  }) as pg.Pool
}

const TRIED_AGAIN = 'ETIMEDOUT'

function telling(client: pg.PoolClient): pg.PoolClient {
  const query = async (...args: [never]) => {
    try {
      return await client.query(...args)
    } catch (error) {
      if (isDatabaseGone(error) || !(error instanceof pg.DatabaseError))
        Object.assign(error as Error, { code: TRIED_AGAIN })
      throw error
    }
  }
  return new Proxy(client, {
    get: (target, key) => {
      if (key === 'query') return query
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
