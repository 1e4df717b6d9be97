'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'

type Props = {
  /** Where it is asked what came in since the list was made. */
  address: string
  /** The address of the list with what came in. */
  list: string
  show: string
}

const EVERY_MS = 30_000
/** A server that does not answer is asked half as often each time, down to every eight minutes. */
const MOST_DOUBLINGS = 4

/** Says that something came in, above the page and beside nothing: what is being read stays where it is until it is asked for. */
export function Arrivals({ address, list, show }: Props) {
  const router = useRouter()
  const [told, tell] = useState<{ address: string; text: string } | null>(null)

  useEffect(() => {
    let failures = 0
    let due = Date.now() + EVERY_MS
    let timer: ReturnType<typeof setTimeout>
    const stop = new AbortController()
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(look, Math.max(0, due - Date.now()))
    }
    const look = async () => {
      // A tab that nobody sees asks nothing; it is asked for when somebody comes back.
      if (document.visibilityState !== 'visible') return
      try {
        const answer = await fetch(address, { signal: stop.signal })
        if (!answer.ok) throw new Error(String(answer.status))
        const { text } = (await answer.json()) as { text: string | null }
        tell(text === null ? null : { address, text })
        failures = 0
      } catch {
        failures = Math.min(failures + 1, MOST_DOUBLINGS)
      }
      due = Date.now() + EVERY_MS * 2 ** failures
      if (!stop.signal.aborted) wait()
    }
    wait()
    document.addEventListener('visibilitychange', wait)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', wait)
      stop.abort()
    }
  }, [address])

  const showThem = () => {
    tell(null)
    scrollTo({ top: 0 })
    router.push(list, { scroll: false })
    router.refresh()
  }
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-16 z-10 flex justify-center max-md:top-24">
      {told?.address === address && (
        <p className="pointer-events-auto flex items-center gap-3 rounded-full border border-edge bg-surface px-4 py-1 shadow-lg">
          {told.text}
          <Button type="button" small look="primary" hotkey="l" onClick={showThem}>
            {show}
          </Button>
        </p>
      )}
    </div>
  )
}
