'use client'

import { type KeyboardEvent, type TextareaHTMLAttributes, useId, useRef, useState } from 'react'
import { controlClass } from '#components/ui/field.tsx'

type Props = TextareaHTMLAttributes<HTMLTextAreaElement> & { names: readonly string[]; 'aria-label': string }

const MOST = 6
/** The name that is being written before the caret. */
const BEGUN = /(?:^|[\s(«"])[وفبلك]?@([^\s@]*)$/u

/** A field of several lines in which "@" offers names: arrows choose, Enter or Tab takes, Escape leaves it. */
export function MentionBox({ names, className = '', onKeyDown, ...rest }: Props) {
  const box = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const [offered, setOffered] = useState<string[]>([])
  const [chosen, setChosen] = useState(0)

  const offer = () => {
    const { value = '', selectionStart = 0 } = box.current ?? {}
    const begun = BEGUN.exec(value.slice(0, selectionStart))?.[1]?.toLowerCase()
    const fits = (name: string) =>
      name
        .toLowerCase()
        .split(/\s+/)
        .some((word) => word.startsWith(begun ?? ''))
    setOffered(begun === undefined ? [] : names.filter(fits).slice(0, MOST))
    setChosen(0)
  }
  const take = (name: string) => {
    const area = box.current
    if (!area) return
    const from = area.value.slice(0, area.selectionStart).lastIndexOf('@') + 1
    area.setRangeText(`${name} `, from, area.selectionStart, 'end')
    setOffered([])
    area.focus()
  }
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const name = offered[chosen]
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (name !== undefined && !event.ctrlKey && !event.metaKey) {
      if (step !== 0) setChosen((chosen + step + offered.length) % offered.length)
      else if (event.key === 'Enter' || event.key === 'Tab') take(name)
      else if (event.key === 'Escape') setOffered([])
      else return
      event.preventDefault()
      event.stopPropagation()
      return
    }
    onKeyDown?.(event)
  }

  return (
    <div className="relative">
      <textarea
        ref={box}
        dir="auto"
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        {...(offered.length > 0 ? { 'aria-activedescendant': `${list}-${chosen}` } : {})}
        className={`${controlClass} py-1.5 ${className}`}
        onInput={offer}
        onKeyDown={onKey}
        onBlur={() => setOffered([])}
        {...rest}
      />
      <div
        id={list}
        role="listbox"
        aria-label={rest['aria-label']}
        hidden={offered.length === 0}
        className="absolute inset-x-0 bottom-full z-40 mb-1 overflow-hidden rounded-md border border-edge bg-surface shadow-lg"
      >
        {offered.map((name, i) => (
          <div
            key={name}
            id={`${list}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === chosen}
            className={`min-h-7 cursor-pointer px-2.5 py-1 ${i === chosen ? 'bg-accent-soft' : ''}`}
            // The field keeps the caret.
            onPointerDown={(event) => {
              event.preventDefault()
              take(name)
            }}
          >
            <bdi>{name}</bdi>
          </div>
        ))}
      </div>
    </div>
  )
}
