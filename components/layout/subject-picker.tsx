'use client'

import { useEffect, useId, useState } from 'react'

type Choice = { value: string; label: string }
type Words = { label: string; hint: string; search: string; none: string; takeOff: string }

/** Tags to choose: those that are chosen, each to be taken off, and a search for more. Fills in `subjects[]`. */
export function SubjectPicker({ chosen: first, words }: { chosen: Choice[]; words: Words }) {
  const [chosen, setChosen] = useState(first)
  const [q, setQ] = useState('')
  const [offers, setOffers] = useState<Choice[] | null>(null)
  const list = useId()

  useEffect(() => {
    setOffers(null)
    if (!q.trim()) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await fetch(`/desk/subjects?q=${encodeURIComponent(q)}`, { signal: stop.signal }).catch(() => null)
      if (answer?.ok) setOffers(await answer.json())
    }, 120)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [q])

  const add = (choice: Choice) => {
    setChosen((now) => (now.some(({ value }) => value === choice.value) ? now : [...now, choice]))
    setQ('')
  }

  return (
    <fieldset className="grid content-start gap-1">
      <legend className="mb-1 text-sm font-semibold">{words.label}</legend>
      <ul className="flex flex-wrap gap-1 empty:hidden">
        {chosen.map(({ value, label }) => (
          <li key={value}>
            <input type="hidden" name="subjects[]" value={value} />
            <button
              type="button"
              aria-label={words.takeOff.replace('{name}', label)}
              onClick={() => setChosen((now) => now.filter((choice) => choice.value !== value))}
              className="inline-flex min-h-7 items-center gap-1.5 rounded-full bg-accent-soft px-3 text-sm text-accent"
            >
              <bdi>{label}</bdi>
              <span aria-hidden>✕</span>
            </button>
          </li>
        ))}
      </ul>
      <input
        type="search"
        value={q}
        onChange={(event) => setQ(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (offers?.[0]) add(offers[0])
        }}
        aria-label={words.search}
        aria-describedby={list}
        placeholder={words.search}
        dir="auto"
        autoComplete="off"
        className="min-h-9 w-full rounded-md border border-edge bg-surface px-2.5 placeholder:text-muted"
      />
      <p id={list} role="status" className="text-sm text-muted">
        {offers?.length === 0 ? words.none : words.hint}
      </p>
      <ul className="max-h-56 overflow-y-auto">
        {offers?.map((offer) => (
          <li key={offer.value}>
            <button
              type="button"
              onClick={() => add(offer)}
              className="min-h-8 w-full rounded px-2 text-start hover:bg-raised focus:bg-raised"
            >
              <bdi>{offer.label}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
