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
      megabytes: 256,
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
    if (hasEnded) thread.stop()
    const next = this.#waiting.shift()
    if (next) next(hasEnded ? new Thread(this.limits) : thread)
    else if (hasEnded) this.#running--
    else this.#idle.push(thread)
  }
}

/** Why a thread ended over a document: the key of a sentence, and its figures. */
type Failure = { key: 'reading-too-long' | 'reading-too-large'; seconds?: number }

/** What a thread is at: whom to tell, and how it ends. */
type Task = {
  left: number
  isReading: boolean
  tell: (outcome: Outcome) => void
  end: (failure: Failure | null) => void
  fail: (error: Error) => void
}

class Thread {
  readonly #worker: Worker
  readonly #seconds: number
  readonly #alarm: NodeJS.Timeout
  #knows: ThreadVocabulary | null = null
  #task: Task | null = null

  constructor({ seconds, megabytes, program }: Limits) {
    this.#seconds = seconds
    this.#worker = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 24 },
    })
    this.#worker.on('message', (message: FromThread) => this.#hear(message))
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      // What is no document's fault fails the job, which is tried again.
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.#end({ key: 'reading-too-large' })
      else this.#task?.fail(error)
    })
    // A thread without work keeps no process up.
    this.#worker.unref()
    this.#alarm = setInterval(() => this.#lookAgain(), seconds * 1000).unref()
  }

  /** Reads documents and tells each outcome. @returns why it ended in the midst of one, null where it read them all */
  read(
    documents: readonly NamedDocument[],
    vocabulary: ThreadVocabulary,
    tell: (outcome: Outcome) => void,
  ): Promise<Failure | null> {
    this.#worker.ref()
    this.#alarm.refresh()
    const { reading, tagRows } = vocabulary
    const isReading = this.#knows === vocabulary
    if (!isReading) this.#send({ vocabulary: { reading, tagRows } })
    this.#knows = vocabulary
    this.#send({ documents })
    return new Promise((end, fail) => {
      this.#task = { left: documents.length, isReading, tell, end, fail }
    })
  }

  /** For a thread that is not given back. */
  stop(): void {
    clearInterval(this.#alarm)
    void this.#worker.terminate()
  }

  #send(message: ToThread): void {
    this.#worker.postMessage(message)
  }

  #hear(message: FromThread): void {
    const task = this.#task
    if (!task) return
    this.#alarm.refresh()
    if (message === 'ready') task.isReading = true
    else {
      task.tell(message)
      if (--task.left === 0) this.#end(null)
    }
  }

  /** Nothing was heard for as long as a document may take; or this thread was the slow one, and hears it only now. */
  #lookAgain(): void {
    const task = this.#task
    const left = task?.left
    setTimeout(() => {
      if (task?.isReading && task === this.#task && task.left === left)
        this.#end({ key: 'reading-too-long', seconds: this.#seconds })
    }, 50)
  }

  #end(failure: Failure | null): void {
    this.#worker.unref()
    this.#task?.end(failure)
    this.#task = null
  }
}

/** Those of this process; none runs before there is something to read. */
export const readingThreads = new ReadingThreads()
