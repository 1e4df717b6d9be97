'use client'

import { useEffect } from 'react'
import { takeLastRead } from '#app/(desk)/desk/_components/last-read.ts'
import { rowId } from '#app/(desk)/desk/_components/row-id.ts'

/** Back in the list, the row of the article that was read is in hand and in sight. */
export function BackInPlace() {
  useEffect(() => {
    const last = takeLastRead()
    const row = last && document.getElementById(rowId(last))
    if (!row) return
    row.querySelector<HTMLElement>('[data-item-link]')?.focus({ preventScroll: true })
    const { top, bottom } = row.getBoundingClientRect()
    if (top < 64 || bottom > innerHeight) row.scrollIntoView({ block: 'center' })
  }, [])
  return null
}
