import { nameOf } from '#lib/core/answer.ts'
import type { ChooseColumns } from '#lib/receive/columns.ts'
import { type DeliveredFile, headOf } from '#lib/receive/delivered-file.ts'
import { type Format, formatOf } from '#lib/receive/format-of.ts'
import { openAgencyXml } from '#lib/receive/formats/agency-xml.ts'
import { openCsv } from '#lib/receive/formats/csv.ts'
import { openDocx } from '#lib/receive/formats/docx.ts'
import { openFeed } from '#lib/receive/formats/feed.ts'
import { openGzip } from '#lib/receive/formats/gzip.ts'
import { openJson } from '#lib/receive/formats/json.ts'
import { openJsonFeed } from '#lib/receive/formats/json-feed.ts'
import { openJsonLines } from '#lib/receive/formats/json-lines.ts'
import { openMail } from '#lib/receive/formats/mail.ts'
import { openOpml } from '#lib/receive/formats/opml.ts'
import { openPdf } from '#lib/receive/formats/pdf.ts'
import type { Surroundings } from '#lib/receive/formats/surroundings.ts'
import { openTar } from '#lib/receive/formats/tar.ts'
import { openWarc } from '#lib/receive/formats/warc.ts'
import { openWhole } from '#lib/receive/formats/whole.ts'
import { openZip } from '#lib/receive/formats/zip.ts'
import { type Item, ProblemError } from '#lib/receive/item.ts'
import { LIMITS, type Limits } from '#lib/receive/limits.ts'
import { withAnswer } from '#lib/receive/with-answer.ts'

type Opener = (file: DeliveredFile, limits: Limits, around: Surroundings) => AsyncGenerator<Item>

/** One entry a format: a new one is a file in formats/ and a line here. */
const OPENERS: Record<Format, Opener> = {
  text: (file, limits) => openWhole(file, 'text/plain', limits),
  html: (file, limits) => openWhole(file, 'text/html', limits),
  csv: openCsv,
  json: (file, limits, { columns }) => openJson(file, limits, columns),
  'json-lines': openJsonLines,
  'json-feed': openJsonFeed,
  feed: openFeed,
  opml: openOpml,
  'agency-xml': openAgencyXml,
  docx: openDocx,
  pdf: openPdf,
  mail: (file, _, around) => openMail(file, around),
  zip: (file, _, around) => openZip(file, around),
  tar: (file, _, around) => openTar(file, around),
  gzip: (file, _, around) => openGzip(file, around),
  warc: (file, _, around) => openWarc(file, around),
}

/** Problems in a row after which a file is given up: a million lines of nonsense are told once. */
const NONSENSE = 1000
/** Formats that hold files: one in another is opened, one in that is not. */
const ARCHIVES = new Set<Format>(['zip', 'tar', 'warc', 'mail'])
const NESTED = 1
/** Formats that are one document each: the address of the file is the article's. */
const WHOLE = new Set<Format>(['text', 'html', 'docx', 'pdf'])

/** What somebody said of a file: of its tables and records by their names, and whose articles these are. */
export type SaidOfFile = { columns?: ChooseColumns | undefined; source?: string | undefined }

/**
 * A delivered file becomes documents, one by one, in little memory whatever its size. What cannot be taken is an item
 * with its problem; this never throws for what is in a file.
 * @param scratch a folder of the caller's, for large entries of zips
 */
export async function* openFile(
  file: DeliveredFile,
  scratch: string,
  limits: Limits = LIMITS,
  { columns, source }: SaidOfFile = {},
): AsyncGenerator<Item> {
  const delivery = { limits, scratch, columns, spent: { unpacked: 0, entries: 0 } }
  for await (const item of openNested(file, delivery, 0)) {
    const isSourceless = source !== undefined && !('problem' in item) && !item.stated?.source
    yield isSourceless ? { ...item, stated: { ...item.stated, source } } : item
  }
}

type Delivery = Omit<Surroundings, 'openEntry'>

async function* openNested(file: DeliveredFile, delivery: Delivery, depth: number): AsyncGenerator<Item> {
  let next = 0
  let problems = 0
  try {
    for await (const item of itemsOf(file, delivery, depth)) {
      yield item
      if (item.path === file.path) next = item.index + 1
      problems = 'problem' in item ? problems + 1 : 0
      if (problems >= NONSENSE) throw new ProblemError({ key: 'too-many', limit: NONSENSE })
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    yield { path: file.path, index: next, problem: error.problem }
  }
}

async function* itemsOf(file: DeliveredFile, delivery: Delivery, depth: number): AsyncGenerator<Item> {
  if (file.size === 0) throw new ProblemError({ key: 'empty' })
  const { answer } = file
  const format = formatOf(answer ? nameOf(answer) : file.path, await headOf(file))
  if (format === null) throw new ProblemError({ key: 'binary' })
  if (typeof format === 'object') throw new ProblemError({ key: 'unknown-format', format: format.refused })
  if (depth > NESTED && ARCHIVES.has(format)) throw new ProblemError({ key: 'zip-nested' })
  const items = OPENERS[format](file, delivery.limits, {
    ...delivery,
    openEntry: (inside, sameDepth = false) => openNested(inside, delivery, sameDepth ? depth : depth + 1),
  })
  if (!answer || !WHOLE.has(format)) yield* items
  else for await (const item of items) yield withAnswer(item, answer)
}
