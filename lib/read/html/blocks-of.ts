import { oneLine } from '#lib/read/clean-text.ts'
import type { DraftBlock } from '#lib/read/draft.ts'

const BLOCK = new Set([
  'P',
  'DIV',
  'SECTION',
  'ARTICLE',
  'MAIN',
  'HEADER',
  'FOOTER',
  'ASIDE',
  'UL',
  'OL',
  'LI',
  'DL',
  'DT',
  'DD',
  'TABLE',
  'TBODY',
  'THEAD',
  'TR',
  'TD',
  'TH',
  'CAPTION',
  'BLOCKQUOTE',
  'PRE',
  'FIGURE',
  'FIGCAPTION',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HR',
  'ADDRESS',
  'FORM',
  'CENTER',
  'DETAILS',
  'SUMMARY',
  'NAV',
])
const SKIP = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'IFRAME',
  'OBJECT',
  'SVG',
  'svg',
  'BUTTON',
  'SELECT',
  'TEXTAREA',
  'INPUT',
  'VIDEO',
  'AUDIO',
  'CANVAS',
  'HEAD',
  'MATH',
])
const KINDS: Record<string, DraftBlock['kind']> = {
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  LI: 'list-item',
  BLOCKQUOTE: 'quote',
  FIGCAPTION: 'caption',
  CAPTION: 'caption',
}

/** Characters of a block's end by which a line break is judged. */
const TAIL = 100

/** A block of a page with the element it came from and how much of it is links. */
export type PageBlock = DraftBlock & { element: Element; linked: number }

/** The text of an element as readers see it: a block ends where the page breaks a line, not inside a sentence. */
export function blocksOf(root: Element): PageBlock[] {
  const blocks: PageBlock[] = []
  let text: string[] = []
  /** The end of `text`, enough to tell how it ends; `length` without its spaces. */
  let tail = ''
  let length = 0
  let linked = 0
  let owner: Element = root
  const add = (value: string) => {
    text.push(value)
    tail = (tail + value.slice(-TAIL)).slice(-TAIL)
  }
  const flush = (kind: DraftBlock['kind']) => {
    const line = oneLine(text.join(''))
    if (line !== '') blocks.push({ kind, text: line, element: owner, linked: Math.min(1, linked / line.length) })
    text = []
    tail = ''
    length = 0
    linked = 0
  }
  const walk = (node: Node, kind: DraftBlock['kind'], inLink: boolean) => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const value = child.nodeValue ?? ''
        const own = value.trim().length
        if (length === 0 && own > 0) owner = node as Element
        add(value)
        length += own
        if (inLink) linked += own
      } else if (child.nodeType === 1) {
        const element = child as Element
        const name = element.tagName.toUpperCase()
        if (SKIP.has(name)) continue
        if (name === 'BR') {
          // A break after a sentence or a short line ends a block; inside running text it is only a wrapped line.
          if (length < 100 || /\n\s*$/.test(tail) || /[.!?؟:»"]\s*$/.test(tail)) flush(kind)
          else add('\n')
        } else if (BLOCK.has(name)) {
          flush(kind)
          const inner =
            kind === 'quote' || kind === 'caption' ? kind : (KINDS[name] ?? (kind === 'list-item' ? kind : 'paragraph'))
          walk(element, inner, inLink)
          flush(inner)
        } else walk(element, kind, inLink || name === 'A')
      }
    }
  }
  walk(root, 'paragraph', false)
  flush('paragraph')
  return blocks
}
