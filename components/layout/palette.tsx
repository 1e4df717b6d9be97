'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type Choice, groupsOf } from '#components/layout/palette-groups.ts'
import type { PaletteItem, PaletteWords } from '#components/layout/palette-item.ts'
import { recentPlaces, rememberPlace } from '#components/layout/recent-places.ts'
import { useFound } from '#components/layout/use-found.ts'
import { press, type Shortcut, shortcuts } from '#components/ui/shortcuts.ts'

type Props = { userId: string; places: PaletteItem[]; words: PaletteWords; onClose: () => void }

/** Everything by its name: the screens, what can be done on this one, and whatever the desk knows by any of its names. */
export function Palette({ userId, places, words, onClose }: Props) {
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useId()
  const [q, setQ] = useState('')
  const [at, setAt] = useState(0)
  // What was on the screen before this covered it.
  const [actions] = useState<Shortcut[]>(() => shortcuts({ reachable: true }).filter(({ keys }) => !keys.includes('+')))
  const [recent] = useState(() => recentPlaces(userId))
  const { found, failed } = useFound(q)
  useEffect(() => dialog.current?.showModal(), [])

  const groups = groupsOf({ q, places, actions, recent, found: found ?? [], words })
  const choices = groups.flatMap(({ choices }) => choices)
  const current = choices[Math.min(at, choices.length - 1)]
  const idOf = (choice: Choice) => `${list}-${choices.indexOf(choice)}`

  const choose = (choice: Choice) => {
    dialog.current?.close()
    if ('element' in choice) return press(choice.element)
    rememberPlace(userId, choice)
    router.push(choice.href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: choices.length - 1 }[event.key]
    if (to !== undefined && choices.length > 0) {
      event.preventDefault()
      const next = (to + choices.length) % choices.length
      setAt(next)
      document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && current) {
      event.preventDefault()
      choose(current)
    }
  }
  return (
    <dialog
      ref={dialog}
      aria-label={words.title}
      onClose={onClose}
      className="mx-auto mt-[10vh] w-[calc(100%-1rem)] max-w-xl rounded-lg border border-edge bg-surface p-3 text-start text-ink backdrop:bg-black/40"
    >
      <div className="flex gap-2">
        <input
          role="combobox"
          aria-expanded={choices.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-label={words.input}
          {...(current ? { 'aria-activedescendant': idOf(current) } : {})}
          placeholder={words.input}
          value={q}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          maxLength={100}
          onChange={(event) => {
            setQ(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          className="min-h-10 w-full rounded-md border border-edge bg-surface px-3 text-lg placeholder:text-muted"
        />
        <button type="button" onClick={() => dialog.current?.close()} className="rounded-md border border-edge px-3">
          {words.close}
        </button>
      </div>
      <p role="status" className="mt-1 px-1 text-sm text-muted">
        {failed ? words.failed : choices.length === 0 ? words.none : words.hint}
      </p>
      <div
        role="listbox"
        id={list}
        aria-label={words.title}
        tabIndex={-1}
        className="mt-1 max-h-[55vh] overflow-y-auto"
      >
        {groups.map(({ label, choices }) => (
          <div key={label} role="group" aria-label={label}>
            <div aria-hidden="true" className="px-2 pt-2 text-sm font-semibold text-muted">
              {label}
            </div>
            {choices.map((choice) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box above, which keeps the focus
              <div
                key={'href' in choice ? choice.href + choice.label : choice.keys}
                id={idOf(choice)}
                role="option"
                tabIndex={-1}
                aria-selected={choice === current}
                onClick={() => choose(choice)}
                className={`flex min-h-8 cursor-pointer items-center justify-between gap-3 rounded px-2 hover:bg-raised ${choice === current ? 'bg-accent-soft' : ''}`}
              >
                <bdi className="min-w-0 truncate">{choice.label}</bdi>
                {'keys' in choice ? (
                  <span className="flex gap-1">
                    {choice.keys.split(' ').map((key) => (
                      <kbd
                        key={key}
                        dir="ltr"
                        className="rounded border border-edge bg-raised px-1.5 font-mono text-sm"
                      >
                        {key}
                      </kbd>
                    ))}
                  </span>
                ) : (
                  <span className="shrink-0 text-sm text-muted">{choice.kind}</span>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
    </dialog>
  )
}
