'use client'

import { type FormEvent, type ReactNode, startTransition } from 'react'

type Props = { action: (form: FormData) => void | Promise<void>; className?: string; children: ReactNode }

/** A form that keeps what was typed when the server refuses it: React empties a form after its action, refused or not. */
export function KeepForm({ action, className, children }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    startTransition(() => action(form))
  }
  return (
    <form action={action} onSubmit={submit} className={className}>
      {children}
    </form>
  )
}
