'use client'

import { useEffect, useRef } from 'react'

type Props = { next: string; previous: string /** Changes with the rows. */; rows: string }

const items = () => [...document.querySelectorAll<HTMLElement>('[data-item]')]

/**
 * Which row the keys of rows mean: the one that was last in focus, marked `data-current` (components/ui/keys.tsx). When
 * an action takes it from the list, the row that took its place is next.
 */
export function RowKeys({ next, previous, rows }: Props) {
  const last = useRef(-1)

  const go = (place: number) => {
    const all = items()
    const item = all[Math.max(0, Math.min(place, all.length - 1))]
    item?.querySelector<HTMLElement>('[data-item-link]')?.focus({ preventScroll: true })
    item?.scrollIntoView({ block: 'nearest' })
  }
  const step = (by: number) => {
    const at = items().findIndex((item) => item.hasAttribute('data-current'))
    go(at >= 0 ? at + by : last.current < 0 ? 0 : last.current + Math.min(by, 0))
  }

  useEffect(() => {
    const mark = (event: FocusEvent) => {
      const item = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')
      if (!item) return
      for (const other of items()) other.toggleAttribute('data-current', other === item)
      last.current = items().indexOf(item)
    }
    document.addEventListener('focusin', mark)
    return () => document.removeEventListener('focusin', mark)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the rows have changed; their ids are what it waits for, not what it uses
  useEffect(() => {
    const gone = last.current >= 0 && !document.querySelector('[data-item][data-current]')
    if (gone && document.activeElement === document.body) go(last.current)
  }, [rows])

  return (
    <div className="sr-only">
      <button type="button" tabIndex={-1} aria-keyshortcuts="j" onClick={() => step(1)}>
        {next}
      </button>
      <button type="button" tabIndex={-1} aria-keyshortcuts="k" onClick={() => step(-1)}>
        {previous}
      </button>
    </div>
  )
}
