import { readFileSync } from 'node:fs'
import type { ReadArticle } from '#lib/core/article.ts'
import { read } from '#lib/read/read.ts'
import { UnreadableError } from '#lib/read/unreadable-error.ts'
import type { ReadVocabulary } from '#lib/read/vocabulary.ts'

/** A line of `mirqab read`. */
export type ReadLine = { file: string; index: number } & (
  | ReturnType<typeof plain>
  | { error: { key: string; detail?: unknown } }
)

const FIELDS = ['title', 'publishedAt', 'pageDate', 'source', 'origin', 'agency', 'byline', 'language'] as const
const HTML_NAME = /\.(?:x?html?)$/i

/** Reads one file into the lines that `mirqab read` prints for it. */
export function readFile(file: string, vocabulary: ReadVocabulary, receivedAt?: string): ReadLine[] {
  try {
    const bytes = readFileSync(file)
    const mediaType = isHtml(file, bytes) ? 'text/html' : 'text/plain'
    return [
      {
        file,
        index: 0,
        ...plain(read({ bytes, mediaType, path: file, ...(receivedAt ? { receivedAt } : {}) }, vocabulary)),
      },
    ]
  } catch (error) {
    if (error instanceof UnreadableError) return [{ file, index: 0, error: { key: error.key, detail: error.detail } }]
    // One file must never stop the others; what went wrong stays on its line.
    return [
      { file, index: 0, error: { key: (error as NodeJS.ErrnoException).code ?? 'failed', detail: String(error) } },
    ]
  }
}

function isHtml(file: string, bytes: Uint8Array): boolean {
  if (HTML_NAME.test(file)) return true
  return (
    !file.endsWith('.txt') &&
    /^\s*<(?:!doctype\s+html|html|head|body)/i.test(Buffer.from(bytes.subarray(0, 512)).toString('latin1'))
  )
}

/** Plain values for the line, evidence and confidence beside them. */
function plain(article: ReadArticle) {
  const evidence: Record<string, unknown> = {}
  const confidence: Record<string, number> = {}
  for (const name of FIELDS) {
    const field = article[name]
    if (!field) continue
    evidence[name] = field.evidence
    confidence[name] = Math.round(field.confidence * 100) / 100
  }
  return {
    title: article.title?.value ?? null,
    text: article.text,
    publishedAt: article.publishedAt?.value.iso ?? null,
    pageDate: article.pageDate?.value ?? null,
    source: article.source?.value ?? null,
    origin: article.origin?.value ?? null,
    agency: article.agency?.value ?? null,
    byline: article.byline?.value ?? null,
    language: article.language.value,
    address: article.address,
    flags: article.flags,
    evidence,
    confidence,
  }
}
