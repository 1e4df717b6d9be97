/** A selection in the article's text, as offsets in the stored text, with the words that were selected. */
export type SelectedSpan = { start: number; end: number; exact: string }

/**
 * Reads a selection through the pieces of text that say where they begin (`data-start`): whatever else stands between
 * them (marks' links, bullets) does not count. Null where no word of the text is selected.
 */
export function selectedSpan(root: Element, range: Range): SelectedSpan | null {
  let start = -1
  let end = -1
  let exact = ''
  for (const piece of root.querySelectorAll<HTMLElement>('[data-start]')) {
    if (!range.intersectsNode(piece)) continue
    const text = piece.textContent ?? ''
    const from = piece.contains(range.startContainer) ? lengthBefore(piece, range.startContainer, range.startOffset) : 0
    const to = piece.contains(range.endContainer)
      ? lengthBefore(piece, range.endContainer, range.endOffset)
      : text.length
    if (to <= from) continue
    const at = Number(piece.dataset.start)
    if (start < 0) start = at + from
    end = at + to
    exact += text.slice(from, to)
  }
  const leading = exact.length - exact.trimStart().length
  const trailing = exact.length - exact.trimEnd().length
  return exact.trim() === '' ? null : { start: start + leading, end: end - trailing, exact: exact.trim() }
}

function lengthBefore(piece: Element, node: Node, offset: number): number {
  const before = document.createRange()
  before.selectNodeContents(piece)
  before.setEnd(node, offset)
  return before.toString().length
}
