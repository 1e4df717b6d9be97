import type pg from 'pg'

/** Key of the advisory lock: any number, the same in every process. */
const COMPARING = 7_240_126

/**
 * Runs `work` in a transaction of its own while no other worker compares: two that import the same copy at the same
 * moment end with one group, because the second sees what the first stored. Reading and tagging stay outside.
 */
export async function inCompareTurn<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [COMPARING])
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
