import { foldText } from '#lib/text/fold.ts'

/** Somebody who may be mentioned. */
export type Colleague = { id: string; name: string; email: string }

/**
 * Who is mentioned in a note: "@" and a name, whole or its first word where only one colleague has that, or what stands
 * before the @ of an address. Spelt as folding allows (@أحمد finds احمد); the longest name that fits is meant.
 */
export function mentionedUsers(body: string, colleagues: readonly Colleague[]): string[] {
  const names = namesOf(colleagues)
  const text = foldText(body)
  const found = new Set<string>()
  for (const { index } of text.matchAll(SIGN)) {
    const rest = text.slice(index + 1)
    const called = names.find(({ name }) => rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length)))
    if (called) found.add(called.id)
  }
  return [...found]
}

/** At the beginning of a word, or after the particle that Arabic glues to one; not within an address. */
const SIGN = /(?<=(?:^|[^\p{L}\p{N}.])[وفبلك]?)@/gu

/** Every name that calls one colleague and no other, the longest first. */
function namesOf(colleagues: readonly Colleague[]): { name: string; id: string }[] {
  const called = new Map<string, Set<string>>()
  for (const { id, name, email } of colleagues) {
    for (const written of [name, name.split(/\s+/)[0] ?? '', email.split('@')[0] ?? '']) {
      const folded = foldText(written).trim()
      if (folded) called.set(folded, (called.get(folded) ?? new Set()).add(id))
    }
  }
  return [...called]
    .filter(([, ids]) => ids.size === 1)
    .map(([name, [id = '']]) => ({ name, id }))
    .sort((a, b) => b.name.length - a.name.length)
}
