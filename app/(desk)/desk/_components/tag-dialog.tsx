'use client'

import { useEffect, useRef, useState } from 'react'
import type { SubjectOffer } from '#app/(desk)/desk/subjects/route.ts'

type Words = { title: string; search: string; hint: string; none: string; failed: string; close: string }
type Props = { action: (form: FormData) => Promise<void>; words: Words }

/**
 * Adds a tag to what its opener is about: a button with `data-tag` in a row means that row, elsewhere the selection, or
 * all that match.
 * Enter presses a form's first button, so the first offer needs no code.
 */
export function TagDialog({ action, words }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [ids, setIds] = useState<string[]>([])
  const [matching, setMatching] = useState<string | null>(null)
  const [q, setQ] = useState('')
  const [offers, setOffers] = useState<SubjectOffer[] | null>(null)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    const open = (event: MouseEvent) => {
      const opener = (event.target as HTMLElement).closest('[data-tag]')
      if (!opener) return
      const row = opener.closest('[data-item]')
      // The bar's own words for "all that match", where its box is ticked.
      const bar = row ? null : opener.closest('form')
      const isAll = bar?.querySelector('[name="matching"]:checked')
      setMatching(isAll ? (bar?.querySelector<HTMLInputElement>('[name="filter"]')?.value ?? '') : null)
      const inputs =
        row?.querySelectorAll<HTMLInputElement>('form [name="articleIds[]"]') ??
        document.querySelectorAll<HTMLInputElement>('[name="articleIds[]"]:checked')
      setIds([...inputs].map((input) => input.value))
      setQ('')
      dialog.current?.showModal()
    }
    document.addEventListener('click', open)
    return () => document.removeEventListener('click', open)
  }, [])

  useEffect(() => {
    setOffers(null)
    setFailed(false)
    if (!q.trim()) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`/desk/subjects?q=${encodeURIComponent(q)}`, { signal: stop.signal })
        if (!answer.ok) throw new Error(String(answer.status))
        setOffers(await answer.json())
      } catch {
        if (!stop.signal.aborted) setFailed(true)
      }
    }, 120)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [q])

  const onArrow = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const stops = [...(dialog.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])]
    stops[Math.max(0, stops.indexOf(document.activeElement as HTMLElement) + step)]?.focus()
  }

  return (
    <dialog
      ref={dialog}
      aria-label={words.title}
      onKeyDown={onArrow}
      className="mx-auto mt-24 w-full max-w-md rounded-lg border border-edge bg-surface p-4 text-ink backdrop:bg-black/40"
    >
      <form
        action={async (form) => {
          dialog.current?.close()
          await action(form)
        }}
      >
        <h2 className="mb-2 font-semibold">{words.title}</h2>
        {ids.map((id) => (
          <input key={id} type="hidden" name="articleIds[]" value={id} />
        ))}
        <input type="hidden" name="withCopies" value="1" />
        {matching !== null && (
          <>
            <input type="hidden" name="matching" value="1" />
            <input type="hidden" name="filter" value={matching} />
          </>
        )}
        <input
          data-stop
          type="search"
          value={q}
          onChange={(event) => setQ(event.target.value)}
          aria-label={words.search}
          placeholder={words.search}
          dir="auto"
          autoComplete="off"
          className="min-h-9 w-full rounded-md border border-edge bg-surface px-2.5 placeholder:text-muted"
        />
        <p role="status" className="mt-1 text-sm text-muted">
          {failed ? words.failed : offers?.length === 0 ? words.none : words.hint}
        </p>
        <ul className="mt-1 max-h-72 overflow-y-auto">
          {offers?.map(({ value, label, kind }) => (
            <li key={value}>
              <button
                type="submit"
                data-stop
                name="subject"
                value={value}
                className="flex min-h-8 w-full items-baseline justify-between gap-3 rounded px-2 text-start hover:bg-raised focus:bg-raised"
              >
                <bdi>{label}</bdi>
                <span className="text-sm text-muted">{kind}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
      <form method="dialog" className="mt-2 text-end">
        <button type="submit" className="min-h-8 rounded-md border border-edge px-3">
          {words.close}
        </button>
      </form>
    </dialog>
  )
}
