import { rowId } from '#app/(desk)/desk/_components/row-id.ts'

/** Marks the row of the article that is read, and brings it into sight in the list's own frame, moving nothing else. */
export function markRow(articleId: string): void {
  const row = document.getElementById(rowId(articleId))
  for (const other of document.querySelectorAll('[data-rows] [data-item]')) {
    other.toggleAttribute('data-current', other === row)
    const link = other.querySelector('[data-item-link]')
    if (other === row) link?.setAttribute('aria-current', 'true')
    else link?.removeAttribute('aria-current')
  }
  const frame = row?.closest<HTMLElement>('[data-rows]')
  if (!row || !frame) return
  const [of, within] = [row.getBoundingClientRect(), frame.getBoundingClientRect()]
  if (of.top < within.top) frame.scrollTop -= within.top - of.top
  else if (of.bottom > within.bottom) frame.scrollTop += of.bottom - within.bottom
}
