import { Worker } from 'node:worker_threads'
import { bytesOf, type DeliveredFile } from '#lib/receive/delivered-file.ts'
import { pageOfPdf } from '#lib/receive/formats/pdf-lines.ts'
import type { PdfAnswer } from '#lib/receive/formats/pdf-worker.ts'
import { type Item, ProblemError } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'

/** Pages of one pdf: a newspaper has 60, a report 200. */
const PAGES = 500
/** What a pdf may take of time, and of a thread's own memory for what the library makes of it. */
const SECONDS = 30
const HEAP_MB = 256
/** Its streams unpack inside the library, where nothing else stops them, and outside of the heap: pages of text take 12 MB. */
const UNPACKED = 128 << 20
/** So often it is looked how much has been unpacked: 4 MB at the most in between. */
const LOOK_MS = 20

/** A pdf whose pages have text: one document, in reading order. */
export async function* openPdf(file: DeliveredFile, limits: Limits): AsyncGenerator<Item> {
  if (file.size > 2 * limits.document)
    throw new ProblemError({ key: 'too-large', size: file.size, limit: 2 * limits.document })
  const answer = await inThread(await bytesOf(file))
  if ('problem' in answer) {
    const figures = answer.problem === 'pdf-long' ? { pages: answer.pages ?? 0, limit: PAGES } : {}
    throw new ProblemError({ key: answer.problem, ...figures })
  }
  const text = answer.pages.flatMap((page) => page.map((piece) => piece.str)).join('')
  // Letters that fonts do not name come out of the private area, or as signs of loss.
  const lost = text.match(/[\ue000-\uf8ff\ufffd\0-\x08]/g)?.length ?? 0
  if (lost > text.length * 0.2) throw new ProblemError({ key: 'pdf-letters' })
  if (!/\p{L}/u.test(text)) throw new ProblemError({ key: 'pdf-pictures', pages: answer.pages.length })
  const bytes = new TextEncoder().encode(pageOfPdf(answer.pages).toWellFormed())
  yield { path: file.path, index: 0, mediaType: 'text/html', charset: 'utf-8', bytes }
}

/** Reads a pdf in a thread of its own, which is ended when it takes more time or memory than any document needs. */
async function inThread(file: Buffer): Promise<PdfAnswer> {
  const bytes = new Uint8Array(file)
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: { bytes, most: PAGES },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    stdout: true,
    stderr: true,
  })
  let watch: NodeJS.Timeout | undefined
  const alarm = setTimeout(() => void worker.terminate(), SECONDS * 1000)
  try {
    return await new Promise<PdfAnswer>((resolve) => {
      const giveUp = () => resolve({ problem: 'pdf-broken' })
      worker.once('message', resolve)
      worker.once('error', giveUp)
      worker.once('exit', giveUp)
      watch = setInterval(async () => {
        // Asked of the thread itself: what its neighbours take is no fault of the pdf. One that has not begun says nothing.
        const taken = await worker.getHeapStatistics().catch(() => null)
        if (taken && taken.external_memory > file.length + UNPACKED) giveUp()
      }, LOOK_MS)
    })
  } finally {
    clearTimeout(alarm)
    clearInterval(watch)
    await worker.terminate()
  }
}
