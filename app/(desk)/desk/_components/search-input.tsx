'use client'

import { type InputHTMLAttributes, lazy, Suspense, useRef, useState } from 'react'
import type { CompletionWords } from '#app/(desk)/desk/_components/completion.tsx'
import { Input } from '#components/ui/field.tsx'

const Completion = lazy(() => import('#app/(desk)/desk/_components/completion.tsx'))

/** Where a search is typed. What completes it is fetched when somebody first comes here; without it, it is a plain field. */
export function SearchInput({ words, ...rest }: InputHTMLAttributes<HTMLInputElement> & { words: CompletionWords }) {
  const box = useRef<HTMLDivElement>(null)
  const [isMet, setIsMet] = useState(false)
  return (
    <div ref={box} className="relative min-w-0 flex-1">
      <Input type="search" name="q" autoComplete="off" onFocus={() => setIsMet(true)} {...rest} />
      {isMet && (
        <Suspense>
          <Completion box={box} words={words} />
        </Suspense>
      )}
    </div>
  )
}
