import pino from 'pino'
import { env } from '#lib/core/env.ts'

/** Structured log to stderr, so that a command's output stays clean: one line a job, one line a request. */
export const log = pino(
  { level: env().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ dest: 2, sync: false }),
)
