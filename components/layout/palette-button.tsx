'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import type { PaletteItem, PaletteWords } from '#components/layout/palette-item.ts'

/** Comes when it is first asked for. */
const Palette = lazy(async () => {
  const { Palette } = await import('#components/layout/palette.tsx')
  return { default: Palette }
})

type Props = { userId: string; places: PaletteItem[]; label: string; words: PaletteWords }

/** Opens the palette: with Ctrl or ⌘ and K from anywhere, or pressed. */
export function PaletteButton({ userId, places, label, words }: Props) {
  const [isOpen, open] = useState(false)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // The physical key: on an Arabic layout K is ن.
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.code !== 'KeyK') return
      event.preventDefault()
      // Over another dialog it would hide what was asked there.
      if (!document.querySelector('dialog[open]')) open(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        title={label}
        onClick={() => open(true)}
        className="inline-flex min-h-7 items-center gap-1.5 rounded-md border border-edge px-2 text-sm text-muted hover:bg-raised"
      >
        <span aria-hidden="true">⌕</span>
        <span aria-hidden="true" className="max-xl:hidden">
          Ctrl+K
        </span>
        <span className="sr-only">{label}</span>
      </button>
      {isOpen && (
        <Suspense>
          <Palette userId={userId} places={places} words={words} onClose={() => open(false)} />
        </Suspense>
      )}
    </>
  )
}
