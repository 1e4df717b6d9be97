import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { log } from '#lib/core/log.ts'
import type { FromThread, ThreadVocabulary, ToThread } from '#lib/jobs/handlers/reading-thread.ts'
import type { NamedDocument, Outcome } from '#lib/pipeline/prepare-document.ts'

type Limits = { threads: number; seconds: number; megabytes: number; program: URL }

/**
 * Threads that read documents beside each other, one for each core. A document that takes longer than its time, or more
 * memory than a thread may have, costs itself only: its thread is ended, and the documents after it are read in another.
 */
export class ReadingThreads {
  readonly limits: Limits
  readonly #idle: Thread[] = []
  readonly #waiting: ((thread: Thread) => void)[] = []
  #running = 0

  constructor(limits: Partial<Limits> = {}) {
    this.limits = {
      threads: availableParallelism(),
      // Long articles take 20 ms; what takes a thousand times as long will not end.
      seconds: 20,
      megabytes: 400,
      program: new URL('./reading-thread.ts', import.meta.url),
      ...limits,
    }
  }

  /** Prepares documents; outcomes in their order. */
  async prepare(documents: readonly NamedDocument[], vocabulary: ThreadVocabulary): Promise<Outcome[]> {
    const outcomes: Outcome[] = []
    while (outcomes.length < documents.length) {
      const thread = await this.#take()
      const rest = documents.slice(outcomes.length)
      let failure: Failure | null
      try {
        failure = await thread.read(rest, vocabulary, (outcome) => outcomes.push(outcome))
      } catch (error) {
        this.#giveBack(thread, true)
        throw error
      }
      this.#giveBack(thread, failure !== null)
      if (failure === null) break
      const guilty = documents[outcomes.length]
      log.error({ documentId: guilty?.id, stage: 'read', ...failure }, 'document ended its thread')
      outcomes.push({ problem: { stage: 'read', ...failure } })
    }
    return outcomes
  }

  #take(): Promise<Thread> | Thread {
    const idle = this.#idle.pop()
    if (idle) return idle
    if (this.#running < this.limits.threads) {
      this.#running++
      return new Thread(this.limits)
    }
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #giveBack(thread: Thread, hasEnded: boolean): void {
    const next = this.#waiting.shift()
    if (next) next(hasEnded ? new Thread(this.limits) : thread)
    else if (hasEnded) this.#running--
    else this.#idle.push(thread)
  }
}

/** Why a thread ended over a document: the key of a sentence, and its figures. */
type Failure = { key: 'reading-too-long' | 'reading-too-large'; seconds?: number }

class Thread {
  readonly #worker: Worker
  readonly #seconds: number
  #knows: ThreadVocabulary | null = null

  constructor({ seconds, megabytes, program }: Limits) {
    this.#seconds = seconds
    this.#worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: megabytes } })
    // A thread without work keeps no process up.
    this.#worker.unref()
  }

  /** Reads documents and tells each outcome. @returns why it ended in the midst of one, null where it read them all */
  read(
    documents: readonly NamedDocument[],
    vocabulary: ThreadVocabulary,
    tell: (outcome: Outcome) => void,
  ): Promise<Failure | null> {
    const worker = this.#worker
    worker.ref()
    return new Promise((resolve, reject) => {
      let left = documents.length
      let isReading = this.#knows === vocabulary
      const alarm = setTimeout(tooLong, this.#seconds * 1000).unref()
      const end = (failure: Failure | null) => {
        clearTimeout(alarm)
        // By name: Node's own listeners are what starts the channel for the next documents.
        worker.removeAllListeners('message').removeAllListeners('error')
        worker.unref()
        if (failure) worker.on('error', () => undefined)
        if (failure) void worker.terminate()
        resolve(failure)
      }
      const seconds = this.#seconds
      function tooLong() {
        const before = left
        // This thread may have been the slow one: what the other has said meanwhile is heard first.
        setTimeout(() => {
          if (left !== before || !isReading) alarm.refresh()
          else end({ key: 'reading-too-long', seconds })
        }, 50)
      }
      worker.on('message', (message: FromThread) => {
        alarm.refresh()
        if (message === 'ready') isReading = true
        else {
          tell(message)
          if (--left === 0) end(null)
        }
      })
      worker.on('error', (error: NodeJS.ErrnoException) => {
        // What is no document's fault fails the job, which is tried again.
        if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') reject(error)
        end({ key: 'reading-too-large' })
      })
      const send = (message: ToThread) => worker.postMessage(message)
      const { reading, tagRows } = vocabulary
      if (this.#knows !== vocabulary) send({ vocabulary: { reading, tagRows } })
      this.#knows = vocabulary
      send({ documents })
    })
  }
}

/** Those of this process; none runs before there is something to read. */
export const readingThreads = new ReadingThreads()
