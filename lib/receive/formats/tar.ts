import { Readable } from 'node:stream'
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar'
import { type DeliveredFile, piecesOf } from '#lib/receive/delivered-file.ts'
import { isLeftover, leadsOut, safeName } from '#lib/receive/formats/entry-name.ts'
import { openStream, type Surroundings } from '#lib/receive/formats/surroundings.ts'
import { type Item, type Problem, ProblemError } from '#lib/receive/item.ts'

/** A tar: each ordinary file in it is opened as a file of its own; links and devices are told, never followed. */
export async function* openTar(file: DeliveredFile, around: Surroundings): AsyncGenerator<Item> {
  const names = new Map<string, number>()
  for await (const { header, body } of tarEntries(file)) {
    const name = safeName(header.name)
    if (header.type === 'directory' || header.type === 'pax-global-header' || isLeftover(name)) {
      await passOver(body)
      continue
    }
    const seen = names.get(name) ?? 0
    names.set(name, seen + 1)
    const shown = `${file.path}/${name}${seen > 0 ? ` (${seen + 1})` : ''}`
    if (around.spent.entries >= around.limits.entries) {
      yield { path: file.path, index: 0, problem: { key: 'zip-entries', limit: around.limits.entries } }
      return
    }
    const problem = refusal(header, name, file.size)
    if (problem) {
      yield { path: shown, index: 0, problem }
      // An entry that says more than the whole archive has ends it: nothing behind it can be found.
      if (problem.key === 'zip-bomb') return
      await passOver(body)
      continue
    }
    yield* openStream(toldBroken(body as unknown as AsyncIterable<Uint8Array>), shown, header.size, around)
  }
}

/** Reads on to the next header, which may be broken too. */
const passOver = (body: ParsedTarEntry['body']): Promise<void> => body.cancel().catch(tellBroken)

function refusal(header: ParsedTarEntry['header'], name: string, archive: number): Problem | null {
  if (leadsOut(name)) return { key: 'zip-path', name: name.slice(0, 200) }
  if (header.size > archive) return { key: 'zip-bomb', size: header.size }
  if (header.type !== undefined && header.type !== 'file') return { key: 'tar-entry', type: header.type }
  return null
}

/** The entries in order. @throws ProblemError zip-broken */
export async function* tarEntries(file: DeliveredFile): AsyncGenerator<ParsedTarEntry> {
  const bytes = Readable.toWeb(Readable.from(piecesOf(file)))
  const entries = (bytes as ReadableStream<Uint8Array>).pipeThrough(createTarDecoder({ strict: true }))
  yield* toldBroken(entries as unknown as AsyncIterable<ParsedTarEntry>)
}

async function* toldBroken<T>(parts: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* parts
  } catch (error) {
    tellBroken(error)
  }
}

/** What is wrong with an archive is its problem; errors of the system (a full disk) have a code and are ours. */
function tellBroken(error: unknown): never {
  if (error instanceof ProblemError || (error as NodeJS.ErrnoException).code !== undefined) throw error
  throw new ProblemError({ key: 'zip-broken' })
}
