import { parentPort, workerData } from 'node:worker_threads'
import { extractTextItems, getDocumentProxy } from 'unpdf'
import type { PdfPiece } from '#lib/receive/formats/pdf-lines.ts'

/** What the thread answers: the pages, or the name of a problem. */
export type PdfAnswer =
  | { pages: PdfPiece[][] }
  | { problem: 'pdf-broken' | 'pdf-encrypted' | 'pdf-long'; pages?: number }

/** Runs in a thread of its own (formats/pdf.ts), which can be ended when a pdf takes too long or too much. */
async function answer({ bytes, most }: { bytes: Uint8Array; most: number }): Promise<PdfAnswer> {
  try {
    const pdf = await getDocumentProxy(bytes, { verbosity: 0, enableXfa: false })
    if (pdf.numPages > most) return { problem: 'pdf-long', pages: pdf.numPages }
    const { items } = await extractTextItems(pdf)
    return {
      pages: items.map((page) => page.map(({ str, x, y, width, fontSize }) => ({ str, x, y, width, fontSize }))),
    }
  } catch (error) {
    return { problem: (error as Error).name === 'PasswordException' ? 'pdf-encrypted' : 'pdf-broken' }
  }
}

parentPort?.postMessage(await answer(workerData))
