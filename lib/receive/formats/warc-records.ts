/** A record of a web archive: its headers by name in small letters, and its bytes; null where they are past the limit. */
export type WarcRecord = { headers: Map<string, string>; bytes: Buffer | null; size: number; at: number }

/** Ends the reading of an archive that breaks off or is none. */
export class WarcError extends Error {
  readonly at: number

  constructor(at: number) {
    super(`no record at byte ${at}`)
    this.name = 'WarcError'
    this.at = at
  }
}

const HEAD = 1 << 16

/**
 * The records of a WARC (ISO 28500) one by one; of each no more than `most` bytes stand in memory.
 * @throws WarcError where a record does not begin or ends too soon
 */
export async function* warcRecords(pieces: AsyncIterable<Buffer>, most: number): AsyncGenerator<WarcRecord> {
  const input = pieces[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  let at = 0
  const more = async (): Promise<boolean> => {
    const { value, done } = await input.next()
    if (!done) rest = rest.length === 0 ? value : Buffer.concat([rest, value])
    return !done
  }
  const drop = (length: number) => {
    rest = rest.subarray(length)
    at += length
  }
  try {
    for (;;) {
      while (rest.length === 0 || rest[0] === 13 || rest[0] === 10) {
        if (rest.length > 0) drop(1)
        else if (!(await more())) return
      }
      let end = rest.indexOf('\r\n\r\n')
      while (end < 0) {
        if (rest.length > HEAD || !(await more())) throw new WarcError(at)
        end = rest.indexOf('\r\n\r\n')
      }
      const head = rest.toString('utf8', 0, end)
      const headers = headersOf(head)
      const size = Number(headers.get('content-length'))
      if (!head.startsWith('WARC/') || !Number.isSafeInteger(size) || size < 0) throw new WarcError(at)
      const start = at
      drop(end + 4)
      const kept: Buffer[] = []
      for (let left = size; left > 0; ) {
        if (rest.length === 0 && !(await more())) throw new WarcError(start)
        const part = rest.subarray(0, left)
        if (size <= most) kept.push(part)
        left -= part.length
        drop(part.length)
      }
      yield { headers, bytes: size <= most ? Buffer.concat(kept) : null, size, at: start }
    }
  } finally {
    await input.return?.(undefined)
  }
}

function headersOf(head: string): Map<string, string> {
  const headers = new Map<string, string>()
  for (const line of head.split('\r\n').slice(1)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return headers
}
