import { z } from 'zod'

/** Words as somebody typed them. PostgreSQL keeps no NUL, and nobody types one: with it the words make no sense. */
export const PlainWords = z.string().regex(/^[^\0]*$/)

/** Days that a desk can ask for: PostgreSQL and JavaScript disagree about calendars beyond history. */
export const isSensibleTime = (time: Date): boolean => {
  const year = time.getUTCFullYear()
  return year >= 1000 && year <= 9000
}

/** Whether a NUL hides anywhere in what a form or a caller sent. */
export function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (value === null || typeof value !== 'object' || value instanceof Date) return false
  return Object.values(value).some(holdsNul)
}
