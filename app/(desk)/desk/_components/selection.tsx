'use client'

import { useEffect, useRef, useState } from 'react'

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('[data-item] input[name="articleIds[]"][form]')]

type Props = { all: string; range: string; chosen: string; locale: string }

/** How many rows are chosen, the box that chooses them all, and the choice of all up to a row: Shift and a click, or its key. */
export function Selection({ all, range, chosen, locale }: Props) {
  const [count, setCount] = useState(0)
  const last = useRef<HTMLInputElement>(null)

  /** Makes all from the box that was clicked last to this one as that one is. @returns false where none was clicked yet */
  const chooseTo = (box: HTMLInputElement): boolean => {
    const all = boxes()
    const [from, to] = [last.current ? all.indexOf(last.current) : -1, all.indexOf(box)]
    if (from < 0) return false
    const isChosen = all[from]?.checked ?? false
    for (const between of all.slice(Math.min(from, to), Math.max(from, to) + 1)) between.checked = isChosen
    box.dispatchEvent(new Event('change', { bubbles: true }))
    return true
  }
  const chooseToCurrent = () => {
    const box = boxes().find((one) => one.closest('[data-current]'))
    if (box && !chooseTo(box)) box.click()
  }
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const box = boxes().find((one) => one === event.target)
      if (!box) return
      if (event.shiftKey) chooseTo(box)
      last.current = box
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  })
  useEffect(() => {
    const recount = () => setCount(boxes().filter((box) => box.checked).length)
    // A form is reset after its action: the boxes are empty by the next turn.
    const later = () => setTimeout(recount)
    recount()
    document.addEventListener('change', recount)
    document.addEventListener('reset', later)
    return () => {
      document.removeEventListener('change', recount)
      document.removeEventListener('reset', later)
    }
  }, [])
  return (
    <>
      <label className="flex min-h-7 items-center gap-2">
        <input
          type="checkbox"
          title={all}
          aria-keyshortcuts="X"
          className="size-5 accent-(--accent)"
          checked={count > 0 && count === boxes().length}
          onChange={(event) => {
            for (const box of boxes()) box.checked = event.target.checked
          }}
        />
        {all}
      </label>
      <button type="button" tabIndex={-1} aria-keyshortcuts="V" onClick={chooseToCurrent} className="sr-only">
        {range}
      </button>
      <span role="status" className="text-muted">
        {chosen}: {count.toLocaleString(locale)}
      </span>
    </>
  )
}
