'use client'

import { useEffect, useState } from 'react'
import type { PresentColleague } from '#lib/articles/announce-presence.ts'

type Props = {
  articleId: string
  /** Whether a form of the article fills the screen; forms that are unfolded are seen by themselves. */
  editing: boolean
  words: { label: string; editing: string }
}

const EVERY_MS = 20_000
/** Who only passes by on the way to the next article says nothing. */
const REST_MS = 600

/** Says who else has this article open, and tells them that it is open here: while the page is seen, every twenty seconds. */
export function Presence({ articleId, editing, words }: Props) {
  const [present, setPresent] = useState<PresentColleague[]>([])

  useEffect(() => {
    const address = `/api/articles/${articleId}/presence`
    const stop = new AbortController()
    let isTold = false
    const tell = async () => {
      if (document.visibilityState !== 'visible') return
      isTold = true
      const body = JSON.stringify({ editing: editing || hasOpenForm() })
      try {
        const answer = await fetch(address, { method: 'POST', body, signal: stop.signal })
        setPresent(answer.ok ? await answer.json() : [])
      } catch {
        // Without an answer nobody is known to be here; it is asked again.
        if (!stop.signal.aborted) setPresent([])
      }
    }
    const first = setTimeout(tell, REST_MS)
    const timer = setInterval(tell, EVERY_MS)
    // Toggling does not bubble: it is caught on its way down.
    document.addEventListener('toggle', tell, true)
    document.addEventListener('visibilitychange', tell)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
      document.removeEventListener('toggle', tell, true)
      document.removeEventListener('visibilitychange', tell)
      stop.abort()
      if (isTold) void fetch(address, { method: 'DELETE', keepalive: true }).catch(() => undefined)
    }
  }, [articleId, editing])

  return (
    <div role="status">
      {present.length > 0 && (
        <ul aria-label={words.label} className="mb-3 flex flex-wrap items-center gap-2 text-sm">
          {present.map(({ id, name, editing }) => (
            <li key={id} className="inline-flex min-h-7 items-center gap-1.5 rounded-full bg-note px-2">
              <span aria-hidden="true" className="font-semibold">
                {initials(name)}
              </span>
              <bdi>{name}</bdi>
              {editing && <span> · {words.editing}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const hasOpenForm = (): boolean => document.querySelector('details[open] form[data-edit]') !== null

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('\u200C')
