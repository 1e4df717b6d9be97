import { readFileSync } from 'node:fs'

/** Milliseconds of CPU that sessions of a PostgreSQL on this machine have used so far, by their pids; 0 where the system does not tell. */
export function serverCpu(pids: readonly number[]): number {
  try {
    return pids.reduce((sum, pid) => {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return sum + (Number(fields[11]) + Number(fields[12])) * 10
    }, 0)
  } catch {
    return 0
  }
}
