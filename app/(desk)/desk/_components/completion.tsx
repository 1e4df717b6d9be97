'use client'

import { type RefObject, useEffect, useId, useState } from 'react'
import type { Completion as Offered } from '#lib/search/complete-search.ts'

/** `count` has a sentence for each number of offers, from none on. */
export type CompletionWords = { label: string; failed: string; count: string[] }
type Props = { box: RefObject<HTMLDivElement | null>; words: CompletionWords }

const NOTHING: Offered = { from: 0, to: 0, offers: [] }

/**
 * Makes the field in `box` a combobox (ARIA 1.2): what may come where the caret stands, chosen with the arrows and
 * Enter, or clicked; the down arrow asks for them where nothing was typed. Escape puts them away, Enter without a choice
 * searches.
 */
export default function Completion({ box, words }: Props) {
  const id = useId()
  const [{ from, to, offers }, setOffered] = useState(NOTHING)
  const [chosen, setChosen] = useState(-1)
  const [said, setSaid] = useState('')
  const field = () => box.current?.querySelector('input') ?? null

  const put = (place: number) => {
    const input = field()
    const offer = offers[place]
    if (!input || !offer) return
    input.setRangeText(offer.insert, from, to, 'end')
    input.focus()
    // The field was changed by hand: what may come next is asked for as if it had been typed.
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }

  useEffect(() => {
    const input = box.current?.querySelector('input')
    if (!input) return
    let stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const put = (offered: Offered, sentence = '') => {
      setOffered(offered)
      setChosen(-1)
      setSaid(sentence)
    }
    const away = () => {
      clearTimeout(timer)
      stop.abort()
      put(NOTHING)
    }
    const ask = () => {
      // What was chosen was for what stood here before: it would leave the letters behind it.
      setChosen(-1)
      clearTimeout(timer)
      stop.abort()
      stop = new AbortController()
      const { signal } = stop
      timer = setTimeout(async () => {
        try {
          const params = new URLSearchParams({ q: input.value, at: String(input.selectionStart ?? 0) })
          const answer = await fetch(`/desk/completions?${params}`, { signal })
          if (!answer.ok) throw new Error(String(answer.status))
          const offered: Offered = await answer.json()
          if (!signal.aborted) put(offered, words.count[offered.offers.length])
        } catch {
          if (!signal.aborted) put(NOTHING, words.failed)
        }
      }, 120)
    }
    const askOnArrow = (event: KeyboardEvent) => {
      if (event.key === 'ArrowDown' && input.getAttribute('aria-expanded') !== 'true') ask()
    }
    input.addEventListener('input', ask)
    input.addEventListener('keydown', askOnArrow)
    input.addEventListener('blur', away)
    // Somebody typed while this was on its way.
    if (document.activeElement === input && input.value !== input.defaultValue) ask()
    return () => {
      away()
      input.removeEventListener('input', ask)
      input.removeEventListener('keydown', askOnArrow)
      input.removeEventListener('blur', away)
    }
  }, [box, words])

  useEffect(() => {
    const input = box.current?.querySelector('input')
    if (!input) return
    const isOpen = offers.length > 0
    const attributes = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': `${id}list`,
      'aria-expanded': String(isOpen),
    }
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)
    if (chosen >= 0) input.setAttribute('aria-activedescendant', `${id}${chosen}`)
    else input.removeAttribute('aria-activedescendant')
    const onKey = (event: KeyboardEvent) => {
      if (!isOpen || event.isComposing) return
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      // Beyond the last comes none, which is what was typed, and then the first.
      if (step) setChosen((at) => ((at + 1 + step + offers.length + 1) % (offers.length + 1)) - 1)
      else if (event.key === 'Escape') setOffered(NOTHING)
      else if (event.key === 'Enter' && chosen >= 0) put(chosen)
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    input.addEventListener('keydown', onKey)
    return () => input.removeEventListener('keydown', onKey)
  })

  return (
    <>
      <div
        id={`${id}list`}
        role="listbox"
        aria-label={words.label}
        hidden={offers.length === 0}
        className="absolute inset-x-0 top-full z-30 mt-1 max-h-80 overflow-y-auto rounded-md border border-edge bg-surface p-1 shadow-lg"
      >
        {offers.map(({ insert, label, detail }, place) => (
          <div
            key={insert}
            id={`${id}${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === chosen}
            ref={(item) => {
              if (place === chosen) item?.scrollIntoView({ block: 'nearest' })
            }}
            onPointerDown={(event) => {
              // The field keeps the focus.
              event.preventDefault()
              put(place)
            }}
            className="flex min-h-8 cursor-pointer items-baseline justify-between gap-3 rounded px-2 aria-selected:bg-accent-soft aria-selected:text-accent hover:bg-raised"
          >
            <bdi className="min-w-0 truncate">{label}</bdi>
            <span className="shrink-0 text-sm text-muted">{detail}</span>
          </div>
        ))}
      </div>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  )
}
