import { notFound } from 'next/navigation'
import { PlainWords } from '#lib/core/plain-words.ts'

/** An identifier that is a name, out of a page's path; what can be none ends in the not-found page. */
export function nameOf(given: string): string {
  const name = PlainWords.min(1).max(200).safeParse(decoded(given))
  return name.success ? name.data : notFound()
}

function decoded(given: string): string {
  try {
    return decodeURIComponent(given)
  } catch {
    return ''
  }
}
