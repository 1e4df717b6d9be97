import { useEffect, useState } from 'react'
import type { PaletteItem } from '#components/layout/palette-item.ts'

/** A pause in typing after which it is asked. */
const PAUSE_MS = 120

/** What the desk knows by these words; null until it has answered. The last answer stays while the next is awaited. */
export function useFound(q: string): { found: PaletteItem[] | null; failed: boolean } {
  const [found, setFound] = useState<PaletteItem[] | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!q.trim()) {
      setFound(null)
      setFailed(false)
      return
    }
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`/find?q=${encodeURIComponent(q)}`, { signal: stop.signal })
        if (!answer.ok) throw new Error(String(answer.status))
        setFound(await answer.json())
        setFailed(false)
      } catch {
        if (!stop.signal.aborted) setFailed(true)
      }
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [q])
  return { found, failed }
}
