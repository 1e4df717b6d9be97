/**
 * Every match of a global pattern, in order: what `matchAll` gives, without the copy of the pattern that it makes and
 * compiles each time. The copy costs more than the search where a pattern holds hundreds of names.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return matches
}
