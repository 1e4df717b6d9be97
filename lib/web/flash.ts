import { cookies } from 'next/headers'
import { z } from 'zod'
import { safePath } from '#lib/web/safe-path.ts'

/** What stands in the way of what was asked: its place, and its name in both languages. */
const Pointer = z.object({
  path: z.string().transform(safePath),
  names: z.object({ ar: z.string().nullable(), en: z.string().nullable() }),
})

/** What the last action did: shown once above the page, with its undo. */
const Flash = z.union([
  z.object({ event: z.string() }),
  z.object({ error: z.string(), at: Pointer.optional().catch(undefined) }),
  z.object({ note: z.string() }),
])
export type Flash = z.infer<typeof Flash>

const COOKIE = 'mirqab-flash'
/** What can be undone stays in reach over a few pages; «undone» over the next upload would only confuse. */
const SECONDS = { withUndo: 60, plain: 8 }

export async function setFlash(flash: z.input<typeof Flash>): Promise<void> {
  const jar = await cookies()
  const maxAge = 'event' in flash ? SECONDS.withUndo : SECONDS.plain
  jar.set(COOKIE, JSON.stringify(flash), { httpOnly: true, sameSite: 'lax', path: '/', maxAge })
}

/** A page cannot delete a cookie: it expires by itself within a minute, or with the next action. */
export async function readFlash(): Promise<Flash | null> {
  const value = (await cookies()).get(COOKIE)?.value
  if (!value) return null
  try {
    return Flash.parse(JSON.parse(value))
  } catch {
    return null
  }
}
