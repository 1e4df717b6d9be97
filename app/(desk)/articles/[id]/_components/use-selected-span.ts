import { type RefObject, useEffect, useRef, useState } from 'react'
import { moveSelection, selectFirstInView } from '#app/(desk)/articles/[id]/_components/keyboard-selection.ts'
import { type SelectedSpan, selectedSpan } from '#app/(desk)/articles/[id]/_components/selected-span.ts'

const textRoot = () => document.querySelector('[data-article-text]')

/** A finger on the bar clears the selection before it is a click: so long what was selected is kept. */
const KEPT_FOR_MS = 500

/**
 * The span of the article's text that is selected, however it was: by mouse, by touch, or by keys after `select`.
 * @param bar what works on the selection: while it is touched or typed in, the selection stays
 * @param onGone called where nothing is selected any more
 */
export function useSelectedSpan(bar: RefObject<HTMLElement | null>, onGone: () => void) {
  const [span, setSpan] = useState<SelectedSpan | null>(null)
  const [byKeys, setByKeys] = useState(false)
  const touchedAt = useRef(Number.NEGATIVE_INFINITY)
  const gone = useRef(onGone)
  gone.current = onGone

  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (bar.current?.contains(event.target as Node)) touchedAt.current = event.timeStamp
    }
    const onSelection = (event: Event) => {
      const root = textRoot()
      const selection = getSelection()
      // Typing the comment moves the selection into the bar: the words stay chosen.
      const isBusy = bar.current?.contains(document.activeElement) || event.timeStamp - touchedAt.current < KEPT_FOR_MS
      if (!root || isBusy) return
      const range = selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
      const found = range && root.contains(range.commonAncestorContainer) ? selectedSpan(root, range) : null
      if (found && range) CSS.highlights?.set('note', new Highlight(range.cloneRange()))
      else CSS.highlights?.delete('note')
      setSpan(found)
      if (found) return
      setByKeys(false)
      gone.current()
    }
    document.addEventListener('pointerdown', onPointer, true)
    document.addEventListener('selectionchange', onSelection)
    return () => {
      document.removeEventListener('pointerdown', onPointer, true)
      document.removeEventListener('selectionchange', onSelection)
    }
  }, [bar])

  useEffect(() => {
    if (!byKeys) return
    const onKey = (event: KeyboardEvent) => {
      const root = textRoot()
      if (bar.current?.contains(document.activeElement)) return
      if (event.key === 'Escape') getSelection()?.removeAllRanges()
      else if (root && moveSelection(root, event)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [bar, byKeys])

  const select = () => {
    const root = textRoot()
    if (root) selectFirstInView(root)
    setByKeys(true)
  }
  const close = () => {
    getSelection()?.removeAllRanges()
    CSS.highlights?.delete('note')
    setSpan(null)
    setByKeys(false)
    onGone()
  }
  return { span, byKeys, select, close }
}
