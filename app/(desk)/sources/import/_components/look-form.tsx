'use client'

import { type ReactNode, useActionState, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field, Input } from '#components/ui/field.tsx'

type Props = {
  /** Answers with what is to be shown below. */
  look: (before: ReactNode, form: FormData) => Promise<ReactNode>
  words: { file: string; look: string; looking: string; tooLarge: string }
}

/** Bytes; what a server action takes is 1 MB with all around it. */
const LARGEST = 900_000

/** A file is chosen, and what would come of it is shown below. */
export function LookForm({ look, words }: Props) {
  const [plan, action, isLooking] = useActionState(look, null)
  const [isTooLarge, setTooLarge] = useState(false)
  return (
    <>
      <form action={action} className="flex flex-wrap items-end gap-2">
        <div className="min-w-64 grow">
          <Field label={words.file}>
            <Input
              name="file"
              type="file"
              required
              accept=".opml,.xml,text/x-opml,text/xml,application/xml"
              onChange={(event) => setTooLarge((event.target.files?.[0]?.size ?? 0) > LARGEST)}
              className="py-1"
            />
          </Field>
        </div>
        <Button hotkey="l" disabled={isLooking || isTooLarge}>
          {isLooking ? words.looking : words.look}
        </Button>
      </form>
      <div aria-live="polite">{isTooLarge ? <p className="text-bad">{words.tooLarge}</p> : plan}</div>
    </>
  )
}
