'use client'

import { useEffect, useState } from 'react'

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('[data-item] input[name="articleIds[]"][form]')]

/** How many rows are chosen, and the box that chooses them all. */
export function Selection({ all, chosen, locale }: { all: string; chosen: string; locale: string }) {
  const [count, setCount] = useState(0)
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
      <span role="status" className="text-muted">
        {chosen}: {count.toLocaleString(locale)}
      </span>
    </>
  )
}
