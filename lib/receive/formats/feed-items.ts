/** An item of a feed as the text it stands in, and the line it begins on. */
export type FeedItem = { text: string; line: number }
/**
 * `head`: all before the first item. `none`: the whole of a feed that has no item. `too-large`: an
 * item of more than `limit` characters; the next ones are read. `cut`: the file ended within an item.
 */
export type FeedPart =
  | { kind: 'head' | 'none'; text: string }
  | ({ kind: 'item' } & FeedItem)
  | { kind: 'too-large'; line: number; size: number }
  | { kind: 'cut'; line: number }

const START = /<((?:[\w-]+:)?(?:item|entry))(?=[\s>])/gi

/** Cuts a feed into its items without parsing it: a feed of any length passes, and one broken item spoils no other. */
export async function* feedItems(pieces: AsyncIterable<string>, limit: number): AsyncGenerator<FeedPart> {
  let rest = ''
  let line = 1
  let hasHead = false
  /** How far the text has been looked through for the next item. */
  let looked = 0
  /** The name of the item that is open, and where to look on for its end. */
  let open: OpenItem | null = null
  const skip = (length: number) => {
    line += countLines(rest, length)
    rest = rest.slice(length)
    looked = 0
  }
  for await (const piece of withRoom(pieces)) {
    rest += piece
    for (;;) {
      if (!open) {
        START.lastIndex = looked
        const match = START.exec(rest)
        if (!match) {
          // A name may be cut in two by the end of the piece.
          looked = Math.max(0, rest.length - 256)
          break
        }
        looked = 0
        if (!hasHead) yield { kind: 'head', text: rest.slice(0, match.index) }
        hasHead = true
        skip(match.index)
        open = { name: match[1] as string, from: match[0].length, until: null, dropped: 0, line }
      }
      const end = endOf(rest, open)
      if (end < 0) break
      if (open.dropped > 0) yield { kind: 'too-large', line: open.line, size: open.dropped + end }
      else yield { kind: 'item', text: rest.slice(0, end), line }
      skip(end)
      open = null
    }
    if (open && (rest.length > limit || open.dropped > 0)) {
      // What was looked through is let go of; the end of the item is all that is still wanted of it.
      open.dropped += open.from
      skip(open.from)
      open.from = 0
    }
    // Between items, only what could be the beginning of a start tag is kept; before the first, the head.
    if (!open && hasHead && rest.length > 1024) skip(rest.length - 1024)
    else if (!hasHead && rest.length > limit) return
  }
  if (open) yield { kind: 'cut', line: open.line }
  else if (!hasHead) yield { kind: 'none', text: rest.trim() }
}

/** Room after the end, so that a feed cut right after an item still shows that item's whole end tag. */
async function* withRoom(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield* pieces
  yield ' '.repeat(64)
}

/** An item whose end is looked for. */
type OpenItem = {
  name: string
  /** How far its text has been looked through. */
  from: number
  /** The sign that ends the comment or section of CDATA it stands in. */
  until: string | null
  /** Characters let go of, where it is too long to be kept. */
  dropped: number
  line: number
}

/** Where the item ends, or -1; end tags in CDATA and comments are text. Remembers how far it has looked. */
function endOf(text: string, open: OpenItem): number {
  const closing = `</${open.name}`.toLowerCase()
  for (;;) {
    if (open.until) {
      const stop = text.indexOf(open.until, open.from)
      // The sign may be cut in two by the end of the piece.
      open.from = stop < 0 ? Math.max(open.from, text.length - open.until.length + 1) : stop + open.until.length
      if (stop < 0) return -1
      open.until = null
    }
    const at = text.indexOf('<', open.from)
    if (at < 0) {
      open.from = text.length
      return -1
    }
    open.from = at
    // The longest thing to tell apart must be here whole.
    if (text.length - at < closing.length + 10) return -1
    if (text.startsWith('<![CDATA[', at) || text.startsWith('<!--', at)) {
      open.until = text.startsWith('<!--', at) ? '-->' : ']]>'
      open.from = at + 4
    } else if (text.slice(at, at + closing.length).toLowerCase() === closing) {
      const end = text.indexOf('>', at)
      return end < 0 ? -1 : end + 1
    } else open.from = at + 1
  }
}

function countLines(text: string, end: number): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
