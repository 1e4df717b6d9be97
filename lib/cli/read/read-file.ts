import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ReadArticle } from '#lib/core/article.ts'
import { read } from '#lib/read/read.ts'
import { UnreadableError } from '#lib/read/unreadable-error.ts'
import type { ReadVocabulary } from '#lib/read/vocabulary.ts'
import { fileInMemory, fileOnDisk } from '#lib/receive/delivered-file.ts'
import type { Item } from '#lib/receive/item.ts'
import { openFile } from '#lib/receive/open-file.ts'

/** A line of `mirqab read`. */
export type ReadLine = { file: string; index: number } & (
  | ReturnType<typeof plain>
  | { error: { key: string; detail?: unknown } }
)

const FIELDS = ['title', 'publishedAt', 'pageDate', 'source', 'origin', 'agency', 'byline', 'language'] as const

/** Files up to here are opened from memory. */
const SMALL = 8 << 20

/** Reads one file into the lines that `mirqab read` prints for it, opened just as a delivery is. */
export async function* readFile(
  file: string,
  vocabulary: ReadVocabulary,
  receivedAt?: string,
): AsyncGenerator<ReadLine> {
  const scratch = /\.zip$/i.test(file) ? mkdtempSync(path.join(os.tmpdir(), 'mirqab-')) : os.tmpdir()
  try {
    const small = statSync(file).size <= SMALL
    const delivered = small ? fileInMemory(file, readFileSync(file)) : await fileOnDisk(file, file)
    for await (const item of openFile(delivered, scratch)) yield lineOf(item, vocabulary, receivedAt)
  } catch (error) {
    yield { file, index: 0, error: errorOf(error) }
  } finally {
    if (scratch !== os.tmpdir()) rmSync(scratch, { recursive: true, force: true })
  }
}

function lineOf(item: Item, vocabulary: ReadVocabulary, receivedAt?: string): ReadLine {
  const { path: file, index } = item
  if ('problem' in item) {
    const { key, ...detail } = item.problem
    return { file, index, error: { key, detail } }
  }
  try {
    return { file, index, ...plain(read({ ...item, ...(receivedAt ? { receivedAt } : {}) }, vocabulary)) }
  } catch (error) {
    return { file, index, error: errorOf(error) }
  }
}

/** One file must never stop the others; what went wrong stays on its line. */
function errorOf(error: unknown): { key: string; detail?: unknown } {
  if (error instanceof UnreadableError) return { key: error.key, detail: error.detail }
  return { key: (error as NodeJS.ErrnoException).code ?? 'failed', detail: String(error) }
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
