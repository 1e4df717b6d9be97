import { parentPort } from 'node:worker_threads'
import type { FromThread, ToThread } from '#lib/jobs/handlers/reading-thread.ts'

/** A reading thread with what no reading should ever meet: a document that never ends, and one that eats all memory. */
parentPort?.on('message', (message: ToThread) => {
  const answer = (said: FromThread) => parentPort?.postMessage(said)
  if ('vocabulary' in message) {
    answer('ready')
    return
  }
  for (const { id } of message.documents) {
    const eaten: number[][] = []
    while (id === 'endless' || id === 'bottomless') if (id === 'bottomless') eaten.push(new Array(100_000).fill(0.5))
    answer({ problem: { key: `read ${id}` } })
  }
})
