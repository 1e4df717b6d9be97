import { Worker } from 'node:worker_threads'
import type { Context } from '#lib/db/context.ts'

/**
 * Learns the topics again from what was decided, in a thread of its own: many decisions take seconds of computing, and
 * other jobs go on meanwhile.
 */
export function learn(_ctx: Context): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./learning-thread.ts', import.meta.url))
    thread.once('error', reject)
    thread.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`learning ended with ${code}`))))
  })
}
