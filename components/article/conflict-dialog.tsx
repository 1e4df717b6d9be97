'use client'

import { useEffect, useRef } from 'react'
import type { ConflictWords } from '#components/article/conflict-words.ts'
import { Button } from '#components/ui/button.tsx'
import { controlClass } from '#components/ui/field.tsx'
import type { Theirs } from '#lib/core/errors.ts'
import { putTogether } from '#lib/text/put-together.ts'

type Props = {
  /** Of each field what the form showed first. */
  base: Record<string, string>
  mine: FormData
  theirs: Theirs
  names: Record<string, string>
  values: Record<string, string>
  words: ConflictWords
  onTheirs: () => void
  onMine: () => void
  onTogether: (chosen: Record<string, string>) => void
  /** Closed without a choice: what was typed stays in the form. */
  onLater: () => void
}

/** Two people changed the same thing: both versions, and the choice between them, or both put together. */
export function ConflictDialog(props: Props) {
  const { base, mine, theirs, names, values, words, onTheirs, onMine, onTogether, onLater } = props
  const named = theirs.names ?? {}
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])

  const fields = Object.entries(theirs.values).map(([name, value]) => {
    const own = String(mine.get(name) ?? value)
    return { name, theirs: value, mine: own, base: base[name] ?? value }
  })
  // A value that is chosen and not written cannot be put together out of two.
  const isText = fields.some(({ theirs, mine }) => !(theirs in values || mine in values || theirs in named))
  const differing = fields.filter((field) => field.theirs !== field.mine)
  const meant = (value: string) => values[value] ?? named[value] ?? value
  return (
    <dialog
      ref={dialog}
      aria-label={words.title}
      onClose={onLater}
      className="m-auto w-full max-w-4xl rounded-lg border border-edge bg-surface p-5 text-start text-ink backdrop:bg-black/40"
    >
      <h2 className="text-lg font-semibold">{words.title}</h2>
      <p className="mb-3 text-muted">
        {theirs.by ? words.by.replace('{name}', `\u2068${theirs.by}\u2069`) : words.byNobody}
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const chosen = new FormData(event.currentTarget)
          onTogether(Object.fromEntries([...chosen].map(([name, value]) => [name, String(value)])))
        }}
      >
        {differing.map(({ name, theirs, mine, base }) => (
          <fieldset key={name} className="mb-4">
            <legend className="font-semibold">{names[name] ?? name}</legend>
            <div className="grid gap-3 sm:grid-cols-2">
              <Version title={words.theirs} text={meant(theirs) || words.empty} />
              <Version title={words.mine} text={meant(mine) || words.empty} />
            </div>
            {isText && (
              <label className="mt-2 block">
                <span className="mb-1 block text-sm font-semibold">{words.together}</span>
                <textarea
                  name={name}
                  dir="auto"
                  rows={theirs.includes('\n') || mine.includes('\n') ? 10 : 2}
                  defaultValue={joined(base, mine, theirs)}
                  className={`${controlClass} read py-2`}
                />
              </label>
            )}
          </fieldset>
        ))}
        <div className="flex flex-wrap gap-2">
          <Button type="button" onClick={onTheirs}>
            {words.keepTheirs}
          </Button>
          <Button type="button" onClick={onMine}>
            {words.useMine}
          </Button>
          {isText && <Button look="primary">{words.saveTogether}</Button>}
          <Button type="button" look="quiet" onClick={onLater}>
            {words.later}
          </Button>
        </div>
      </form>
    </dialog>
  )
}

function Version({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3 className="text-sm text-muted">{title}</h3>
      <div
        dir="auto"
        tabIndex={0}
        role="group"
        aria-label={title}
        className="max-h-56 overflow-y-auto rounded border border-edge bg-page p-2 whitespace-pre-wrap"
      >
        {text}
      </div>
    </div>
  )
}

/** A line stays one line; of paragraphs, what only one of the two changed is taken as it is. */
function joined(base: string, mine: string, theirs: string): string {
  if (mine === base) return theirs
  if (theirs === base) return mine
  const isLine = !`${mine}${theirs}`.includes('\n')
  return isLine ? [theirs, mine].filter(Boolean).join(' / ') : putTogether(base, mine, theirs)
}
