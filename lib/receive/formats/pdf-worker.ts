import { parentPort, workerData } from 'node:worker_threads'
import { getDocumentProxy } from 'unpdf'
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
    const pages: PdfPiece[][] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      // Joined letters stay one sign until the line is in order: taken apart before, they come out turned («يف» for «في»).
      const { items } = await page.getTextContent({ disableNormalization: true })
      pages.push(items.flatMap((item) => ('str' in item ? [pieceOf(item)] : [])))
      page.cleanup()
    }
    return { pages }
  } catch (error) {
    return { problem: (error as Error).name === 'PasswordException' ? 'pdf-encrypted' : 'pdf-broken' }
  }
}

function pieceOf({ str, transform, width }: { str: string; transform: unknown[]; width: number }): PdfPiece {
  const [, , skew, tall, x, y] = transform as [number, number, number, number, number, number]
  return { str, x, y, width, fontSize: Math.hypot(skew, tall) }
}

parentPort?.postMessage(await answer(workerData))
