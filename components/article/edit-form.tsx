'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, lazy, type ReactNode, Suspense, startTransition, useRef, useState } from 'react'
import type { ConflictWords } from '#components/article/conflict-words.ts'
import type { Theirs } from '#lib/core/errors.ts'

/** Comes when it is needed, which is seldom. */
const ConflictDialog = lazy(async () => {
  const { ConflictDialog } = await import('#components/article/conflict-dialog.tsx')
  return { default: ConflictDialog }
})

type Props = {
  action: (form: FormData) => Promise<{ ok: boolean; theirs?: Theirs | undefined }>
  /** What the fields are called, and what values mean that are no text of theirs. */
  names: Record<string, string>
  values?: Record<string, string>
  words: ConflictWords
  /** Text is written in it: colleagues are told that it is open. */
  isWriting?: boolean
  className?: string
  children: ReactNode
}
type Conflict = { sent: FormData; base: Record<string, string>; theirs: Theirs }

/**
 * A form of one thing that others may be changing. It sends what it has seen; where somebody was quicker both versions
 * are shown, and what was typed stays until its writer has chosen.
 */
export function EditForm({ action, names, values, words, isWriting = false, className, children }: Props) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)

  const send = (sent: FormData) => {
    const base = shownFirst(form.current)
    startTransition(async () => {
      const result = await action(sent)
      startTransition(() => setConflict(result.theirs ? { sent, base, theirs: result.theirs } : null))
    })
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    send(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter))
  }
  /** @param chosen fields that were put together; the others are sent as they were typed */
  const overrule = ({ sent, theirs }: Conflict, chosen: Record<string, string> = {}) => {
    setConflict(null)
    for (const [name, value] of Object.entries({ ...theirs.seen, ...chosen })) sent.set(name, value)
    send(sent)
  }
  const keepTheirs = ({ theirs }: Conflict) => {
    setConflict(null)
    fill(form.current, { ...theirs.values, ...theirs.seen })
    router.refresh()
  }

  return (
    <>
      <form
        ref={form}
        action={async (sent) => send(sent)}
        onSubmit={submit}
        className={className}
        {...(isWriting ? { 'data-edit': '' } : {})}
      >
        {children}
      </form>
      {conflict && (
        <Suspense>
          <ConflictDialog
            base={conflict.base}
            mine={conflict.sent}
            theirs={conflict.theirs}
            names={names}
            values={values ?? {}}
            words={words}
            onTheirs={() => keepTheirs(conflict)}
            onMine={() => overrule(conflict)}
            onTogether={(chosen) => overrule(conflict, chosen)}
            onLater={() => setConflict(null)}
          />
        </Suspense>
      )}
    </>
  )
}

type TextField = HTMLInputElement | HTMLTextAreaElement
const fieldsOf = (form: HTMLFormElement | null): TextField[] => [
  ...(form?.querySelectorAll<TextField>('input[name], textarea[name]') ?? []),
]

/** What the form showed before anything was typed. */
const shownFirst = (form: HTMLFormElement | null): Record<string, string> =>
  Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.defaultValue]))

function fill(form: HTMLFormElement | null, values: Record<string, string>): void {
  for (const field of fieldsOf(form)) {
    const value = values[field.name]
    // What the form showed is theirs now: what is typed from here on is compared with that.
    if (value !== undefined) field.value = field.defaultValue = value
  }
}
