import { oneLine } from '#lib/read/clean-text.ts'
import type { DraftBlock } from '#lib/read/draft.ts'
import { BREAKS_LINE, type Page, type PageElement, UNREAD } from '#lib/read/html/page.ts'

const KINDS: Record<string, DraftBlock['kind']> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'list-item',
  dt: 'list-item',
  dd: 'list-item',
  blockquote: 'quote',
  figcaption: 'caption',
  caption: 'caption',
}

/** Characters of a block's end by which a line break is judged. */
const TAIL = 100

/**
 * A block of a page: `at` is the place of its first text in the row of nodes, `element` what it stands in, `linked`
 * how much of it is links (0 to 1).
 */
export type PageBlock = DraftBlock & { at: number; element: PageElement; linked: number }

type Open = { element: PageElement; kind: DraftBlock['kind']; inLink: boolean; breaks: boolean }

/**
 * The text of an element as readers see it: a block ends where the page breaks a line, not inside a sentence.
 * @param isLeftOut parts whose text is none of it
 */
export function blocksOf(
  { nodes }: Page,
  root: PageElement,
  isLeftOut: (element: PageElement) => boolean = () => false,
): PageBlock[] {
  const blocks: PageBlock[] = []
  const outer: Open[] = []
  let open: Open = { element: root, kind: KINDS[root.tag] ?? 'paragraph', inLink: false, breaks: true }
  const line = new LineInMaking(blocks)
  for (let i = root.at + 1; i < root.end; i++) {
    while (i >= open.element.end && outer.length > 0) {
      if (open.breaks) line.end(open.kind)
      open = outer.pop() as Open
    }
    const node = nodes[i] as PageElement | string
    if (typeof node === 'string') line.add(node, i, open)
    else if (UNREAD.has(node.tag) || isLeftOut(node)) {
      if (BREAKS_LINE.has(node.tag)) line.end(open.kind)
      i = node.end - 1
    } else if (node.tag === 'br') line.break(open.kind)
    else if (i + 1 < node.end) {
      const breaks = BREAKS_LINE.has(node.tag)
      if (breaks) line.end(open.kind)
      outer.push(open)
      open = {
        element: node,
        kind: breaks ? kindInside(open.kind, node) : open.kind,
        inLink: open.inLink || (node.tag === 'a' && node.attributes.href !== undefined),
        breaks,
      }
    } else if (BREAKS_LINE.has(node.tag)) line.end(open.kind)
  }
  for (let at: Open | undefined = open; at; at = outer.pop()) if (at.breaks) line.end(at.kind)
  return blocks
}

/** What stands in a quotation is quoted, what stands in a list belongs to its item. */
function kindInside(kind: DraftBlock['kind'], element: PageElement): DraftBlock['kind'] {
  if (kind === 'quote' || kind === 'caption') return kind
  return KINDS[element.tag] ?? (kind === 'list-item' ? kind : 'paragraph')
}

class LineInMaking {
  readonly #blocks: PageBlock[]
  #text: string[] = []
  /** The end of the text, enough to tell how it ends. */
  #tail = ''
  /** Letters without spaces around them, and those of them that are links. */
  #length = 0
  #linked = 0
  #at = 0
  #element: PageElement | null = null

  constructor(blocks: PageBlock[]) {
    this.#blocks = blocks
  }

  add(value: string, at: number, open: Open) {
    const own = value.trim().length
    if (this.#length === 0 && own > 0) {
      this.#at = at
      this.#element = open.element
    }
    this.#append(value)
    this.#length += own
    if (open.inLink) this.#linked += own
  }

  /** A break after a sentence or a short line ends a block; inside running text it is only a wrapped line. */
  break(kind: DraftBlock['kind']) {
    if (this.#length < 100 || /\n\s*$/.test(this.#tail) || /[.!?؟۔。:»"]\s*$/.test(this.#tail)) this.end(kind)
    else this.#append('\n')
  }

  end(kind: DraftBlock['kind']) {
    if (this.#text.length === 0) return
    const text = this.#length === 0 ? '' : oneLine(this.#text.join(''))
    if (text !== '' && this.#element)
      this.#blocks.push({
        kind,
        text,
        at: this.#at,
        element: this.#element,
        linked: Math.min(1, this.#linked / text.length),
      })
    this.#text = []
    this.#tail = ''
    this.#length = 0
    this.#linked = 0
  }

  #append(value: string) {
    this.#text.push(value)
    this.#tail = (this.#tail + value.slice(-TAIL)).slice(-TAIL)
  }
}
