'use client'

import { useEffect, useRef, useState } from 'react'
import { press, pressedBy, type Shortcut, shortcuts } from '#components/ui/shortcuts.ts'

/**
 * The keyboard: an element with `aria-keyshortcuts="a"` is pressed by that key. What the mouse can press has its key
 * written on itself, so the list behind `?` is what is on the screen and can never be out of date.
 */
export function Keys({ title, close }: { title: string; close: string }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [found, setFound] = useState<Shortcut[]>([])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Escape' && target.matches('input, textarea, select')) return target.blur()
      if (target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true], dialog[open]')) return
      if (event.key === '?' || event.key === '؟') {
        setFound(shortcuts())
        dialog.current?.showModal()
        return
      }
      // The physical key counts where the layout is Arabic: ش is on the key of A.
      const key =
        /^[\x20-\x7e]$/.test(event.key) || event.key.length > 1
          ? event.key
          : event.code
              .replace(/^Key|^Digit/, '')
              .replace('Slash', '/')
              .toLowerCase()
      const element = pressedBy(key)
      if (!element) return
      event.preventDefault()
      press(element)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <dialog
      ref={dialog}
      aria-label={title}
      className="m-auto w-full max-w-lg rounded-lg border border-edge bg-surface p-5 text-ink backdrop:bg-black/40"
    >
      <h2 className="mb-3 text-lg font-semibold">{title}</h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {found.map(({ keys, label }) => (
          <div key={keys + label} className="contents">
            <dt className="flex gap-1">
              {keys.split(' ').map((key) => (
                <kbd key={key} dir="ltr" className="rounded border border-edge bg-raised px-1.5 font-mono text-sm">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog" className="mt-4 text-end">
        <button type="submit" className="rounded-md border border-edge px-3 py-1">
          {close}
        </button>
      </form>
    </dialog>
  )
}
