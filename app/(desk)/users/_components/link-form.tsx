'use client'

import { type FormEvent, type ReactNode, startTransition, useActionState, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Input } from '#components/ui/field.tsx'

type Props = {
  action: (before: string | null, form: FormData) => Promise<string | null>
  words: Record<'title' | 'hint' | 'copy' | 'copied', string>
  children: ReactNode
}

/** A form that is answered by a one-time link: it then shows the link in place of itself, and nowhere else. */
export function LinkForm({ action, words, children }: Props) {
  const [link, submit, busy] = useActionState(action, null)
  const [copied, setCopied] = useState(false)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => submit(form))
  }
  if (!link)
    return (
      <form action={submit} onSubmit={onSubmit} aria-busy={busy} className="grid gap-4">
        {children}
      </form>
    )
  return (
    <div role="status" className="grid gap-2">
      <p className="font-semibold">{words.title}</p>
      <p className="text-sm text-muted">{words.hint}</p>
      <Input readOnly dir="ltr" aria-label={words.title} value={link} onFocus={(event) => event.target.select()} />
      <Button
        type="button"
        className="justify-self-start"
        onClick={() => navigator.clipboard.writeText(link).then(() => setCopied(true))}
      >
        {copied ? words.copied : words.copy}
      </Button>
    </div>
  )
}
