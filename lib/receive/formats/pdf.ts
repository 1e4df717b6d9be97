import { Worker } from 'node:worker_threads'
import { bytesOf, type DeliveredFile } from '#lib/receive/delivered-file.ts'
import { pageOfPdf } from '#lib/receive/formats/pdf-lines.ts'
import type { PdfAnswer } from '#lib/receive/formats/pdf-worker.ts'
import { type Item, ProblemError } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'

/** Pages of one pdf: a newspaper has 60, a report 200. */
const PAGES = 500
/** What a pdf may take: its streams unpack inside the library, where nothing else stops them. */
const SECONDS = 30
const MEMORY = 256 << 20

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
async function inThread(bytes: Buffer): Promise<PdfAnswer> {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: { bytes: new Uint8Array(bytes), most: PAGES },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY >> 20 },
    stdout: true,
    stderr: true,
  })
  const before = process.memoryUsage().rss
  const ends = performance.now() + SECONDS * 1000
  let watch: NodeJS.Timeout | undefined
  try {
    return await new Promise<PdfAnswer>((resolve) => {
      worker.once('message', resolve)
      worker.once('error', () => resolve({ problem: 'pdf-broken' }))
      worker.once('exit', () => resolve({ problem: 'pdf-broken' }))
      watch = setInterval(() => {
        if (performance.now() > ends || process.memoryUsage().rss > before + MEMORY) resolve({ problem: 'pdf-broken' })
      }, 20)
    })
  } finally {
    clearInterval(watch)
    await worker.terminate()
  }
}
