'use client'

import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field, Input } from '#components/ui/field.tsx'

type Words = Record<'email' | 'password' | 'submit' | 'wrong' | 'offline' | 'tooMany' | 'internal', string>

/** Speaks next-auth's own protocol (csrf token, then credentials): its browser package would weigh ten times this. */
export function SignInForm({ to, words }: { to: string; words: Words }) {
  const [problem, setProblem] = useState<keyof Words | null>(null)
  // Until the script has come, pressing the button would only load the page again.
  const [busy, setBusy] = useState(true)
  useEffect(() => setBusy(false), [])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setBusy(true)
    const form = new FormData(event.currentTarget)
    try {
      const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string }
      const body = new URLSearchParams({
        csrfToken,
        email: String(form.get('email')),
        password: String(form.get('password')),
        json: 'true',
      })
      const response = await fetch('/api/auth/callback/credentials', { method: 'POST', body })
      // The whole answer first: a page left in the middle of it may leave the session's cookie behind.
      const { url } = (await response.json().catch(() => ({}))) as { url?: string }
      if (response.ok) return window.location.assign(to)
      const error = url ? new URL(url).searchParams.get('error') : null
      setProblem(error === 'tooMany' || error === 'internal' ? error : 'wrong')
    } catch {
      setProblem('offline')
    }
    setBusy(false)
  }

  return (
    <form onSubmit={submit} method="post" className="grid gap-4">
      {problem && (
        <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad">
          {words[problem]}
        </p>
      )}
      <Field label={words.email}>
        <Input name="email" type="email" dir="ltr" autoComplete="username" required autoFocus />
      </Field>
      <Field label={words.password}>
        <Input name="password" type="password" dir="ltr" autoComplete="current-password" required />
      </Field>
      <Button look="primary" disabled={busy}>
        {words.submit}
      </Button>
    </form>
  )
}
