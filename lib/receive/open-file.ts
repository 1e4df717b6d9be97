import { type DeliveredFile, headOf } from '#lib/receive/delivered-file.ts'
import { type Format, formatOf } from '#lib/receive/format-of.ts'
import { openCsv } from '#lib/receive/formats/csv.ts'
import { openFeed } from '#lib/receive/formats/feed.ts'
import { openJson } from '#lib/receive/formats/json.ts'
import { openJsonLines } from '#lib/receive/formats/json-lines.ts'
import { openWhole } from '#lib/receive/formats/whole.ts'
import { openZip, type Spent } from '#lib/receive/formats/zip.ts'
import { type Item, ProblemError } from '#lib/receive/item.ts'
import { LIMITS, type Limits } from '#lib/receive/limits.ts'

type Opener = (file: DeliveredFile, limits: Limits) => AsyncGenerator<Item>

/** One entry a format: a new one is a file in formats/ and a line here. */
const OPENERS: Record<Exclude<Format, 'zip'>, Opener> = {
  text: (file, limits) => openWhole(file, 'text/plain', limits),
  html: (file, limits) => openWhole(file, 'text/html', limits),
  csv: openCsv,
  json: openJson,
  'json-lines': openJsonLines,
  feed: openFeed,
}

/** Problems in a row after which a file is given up: a million lines of nonsense are told once. */
const NONSENSE = 1000
/** A zip in a zip is opened, a zip in that one is not. */
const NESTED = 1

/**
 * A delivered file becomes documents, one by one, in little memory whatever its size. What cannot be taken is an item
 * with its problem; this never throws for what is in a file.
 * @param scratch a folder of the caller's, for large entries of zips
 */
export function openFile(file: DeliveredFile, scratch: string, limits: Limits = LIMITS): AsyncGenerator<Item> {
  return openNested(file, scratch, limits, { unpacked: 0, entries: 0 }, 0)
}

async function* openNested(
  file: DeliveredFile,
  scratch: string,
  limits: Limits,
  spent: Spent,
  depth: number,
): AsyncGenerator<Item> {
  let next = 0
  let problems = 0
  try {
    for await (const item of itemsOf(file, scratch, limits, spent, depth)) {
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

async function* itemsOf(
  file: DeliveredFile,
  scratch: string,
  limits: Limits,
  spent: Spent,
  depth: number,
): AsyncGenerator<Item> {
  if (file.size === 0) throw new ProblemError({ key: 'empty' })
  const format = formatOf(file.path, await headOf(file))
  if (format === null) throw new ProblemError({ key: 'binary' })
  if (typeof format === 'object') throw new ProblemError({ key: 'unknown-format', format: format.refused })
  if (format !== 'zip') {
    yield* OPENERS[format](file, limits)
    return
  }
  if (depth > NESTED) throw new ProblemError({ key: 'zip-nested' })
  yield* openZip(file, {
    limits,
    spent,
    scratch,
    openEntry: (inside) => openNested(inside, scratch, limits, spent, depth + 1),
  })
}
