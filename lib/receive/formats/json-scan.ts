/**
 * What stands at the top of a json text: the keys of its root, the elements of the root array or of an array one key
 * below, and the objects one key below. Texts are cut out, not parsed: a file of any size passes in little memory.
 */
export type JsonEvent =
  | { kind: 'key'; name: string }
  | { kind: 'element' | 'member'; key: string | null; text: string; line: number }
  | { kind: 'too-large'; line: number; size: number }
  /** `whole` says that brackets closed and nothing but space follows; else `line` is where it went wrong. */
  | { kind: 'end'; whole: boolean; line: number }

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COMMA, COLON, NEWLINE] = [
  34, 92, 123, 125, 91, 93, 44, 58, 10,
]

/** @param limit characters of one element */
export async function* scanJson(pieces: AsyncIterable<string>, limit: number): AsyncGenerator<JsonEvent> {
  let depth = 0
  let inString = false
  let escaped = false
  let line = 1
  let root = 0
  /** The depth whose values are cut out: 1 in a root array and for members, 2 in an array below a key. */
  let level = 0
  let key: string | null = null
  let expectsKey = false
  let over = false
  /** What is being collected: a key, a value, or nothing. */
  let collecting: 'key' | 'element' | 'member' | null = null
  let collected = ''
  let startLine = 1
  let dropped = 0

  for await (const piece of pieces) {
    let from = 0
    const events: JsonEvent[] = []
    const finish = (end: number) => {
      const text = (collected + piece.slice(from, end)).trim()
      const kind = collecting
      collecting = null
      collected = ''
      if (dropped > 0) events.push({ kind: 'too-large', line: startLine, size: dropped + text.length })
      else if (kind === 'element' || kind === 'member') {
        if (text !== '') events.push({ kind, key, text, line: startLine })
      }
      dropped = 0
      return text
    }
    const begin = (kind: typeof collecting, at: number) => {
      collecting = kind
      collected = ''
      from = at
      startLine = line
    }
    for (let i = 0; i < piece.length; i++) {
      const code = piece.charCodeAt(i)
      if (code === NEWLINE) line++
      if (inString) {
        if (escaped) escaped = false
        else if (code === BACKSLASH) escaped = true
        else if (code === QUOTE) {
          inString = false
          if (collecting === 'key') {
            key = nameOf(finish(i + 1))
            expectsKey = false
            events.push({ kind: 'key', name: key })
          }
        }
        continue
      }
      if (code <= 32 || code === 0xfeff) continue
      if (over) {
        yield* events
        yield { kind: 'end', whole: false, line }
        return
      }
      if (root === 0) {
        if (code !== OPEN && code !== OPEN_LIST) {
          yield { kind: 'end', whole: false, line }
          return
        }
        root = code
        depth = 1
        level = code === OPEN_LIST ? 1 : 0
        expectsKey = code === OPEN
        continue
      }
      if (code === QUOTE) {
        inString = true
        if (root === OPEN && depth === 1 && expectsKey) begin('key', i)
        else if (!collecting && depth === level) begin('element', i)
        continue
      }
      if (code === OPEN || code === OPEN_LIST) {
        if (root === OPEN && depth === 1 && !expectsKey && code === OPEN_LIST) level = 2
        else if (!collecting && depth === level) begin('element', i)
        else if (root === OPEN && depth === 1 && !expectsKey && !collecting) begin('member', i)
        depth++
      } else if (code === CLOSE || code === CLOSE_LIST) {
        if (collecting && depth === level) finish(i)
        depth--
        if (collecting === 'member' && depth === 1) finish(i + 1)
        if (level === 2 && depth === 1) level = 0
        if (depth === 0) over = true
      } else if (code === COMMA) {
        if (collecting && depth === level) finish(i)
        else if (root === OPEN && depth === 1) expectsKey = true
      } else if (code !== COLON && !collecting && depth === level) begin('element', i)
    }
    if (collecting) {
      collected += piece.slice(from)
      if (collected.length > limit) {
        dropped += collected.length
        collected = ''
      }
    }
    yield* events
  }
  yield { kind: 'end', whole: over, line: collecting ? startLine : line }
}

function nameOf(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
