/** Selects the first sentence of the first block on the screen, for those who have no pointer. */
export function selectFirstInView(root: Element): void {
  const blocks = [...root.querySelectorAll<HTMLElement>('[data-block]')]
  const block = blocks.find((b) => b.getBoundingClientRect().bottom > 120) ?? blocks[0]
  if (block) selectStart(block)
}

function selectStart(block: Element): void {
  const selection = getSelection()
  const first = block.querySelector('[data-start]')?.firstChild
  if (!selection || !first) return
  selection.collapse(first, 0)
  selection.modify('extend', 'forward', 'sentence')
  block.scrollIntoView({ block: 'nearest' })
}

/** Arrows: up and down change the block, with Shift they and the others widen the selection. @returns whether it was one */
export function moveSelection(root: Element, event: KeyboardEvent): boolean {
  const selection = getSelection()
  const [side, up] = SIDES[event.key] ?? []
  if (!selection || !side) return false
  if (event.shiftKey) {
    if (up === undefined) selection.modify('extend', side, 'word')
    else selection.modify('extend', up ? 'backward' : 'forward', 'line')
    return true
  }
  if (up === undefined) return false
  const blocks = [...root.querySelectorAll('[data-block]')]
  const here = blocks.findIndex((block) => selection.anchorNode && block.contains(selection.anchorNode))
  const next = blocks[here + (up ? -1 : 1)]
  if (next) selectStart(next)
  return true
}

const SIDES: Record<string, ['left' | 'right', boolean?]> = {
  ArrowLeft: ['left'],
  ArrowRight: ['right'],
  ArrowUp: ['left', true],
  ArrowDown: ['right', false],
}
