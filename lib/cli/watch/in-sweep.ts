import { pool } from '#lib/db/client.ts'

/** Key of our advisory lock: any two numbers that nothing else here uses. */
const SPACE = 77_105
const SWEEP = 1

/**
 * Runs `work` while nobody else sweeps, whatever the machine: several workers may watch one folder. PostgreSQL lets the
 * lock go the moment a process is killed. Does nothing where somebody else sweeps: the next look is soon.
 */
export async function inSweep(work: () => Promise<void>): Promise<void> {
  const client = await pool().connect()
  try {
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS got', [SPACE, SWEEP])
    if (!rows[0]?.got) return
    try {
      await work()
    } finally {
      await client.query('SELECT pg_advisory_unlock($1, $2)', [SPACE, SWEEP])
    }
  } finally {
    client.release()
  }
}
