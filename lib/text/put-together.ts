/**
 * Two people's versions of one text put together, paragraph by paragraph: what only one of them changed is taken as they
 * left it; where both changed the same place, both are there, theirs first. Nothing that either wrote is missing. Pure.
 */
export function putTogether(base: string, mine: string, theirs: string): string {
  const [o, a, b] = [paragraphs(base), paragraphs(mine), paragraphs(theirs)]
  const [inMine, inTheirs] = [matches(o, a), matches(o, b)]
  const out: string[] = []
  let [i, j, k] = [0, 0, 0]
  for (let n = 0; n <= o.length; n++) {
    const isEnd = n === o.length
    const [nextMine, nextTheirs] = isEnd ? [a.length, b.length] : [inMine.get(n), inTheirs.get(n)]
    if (nextMine === undefined || nextTheirs === undefined) continue
    out.push(...settled(o.slice(i, n), a.slice(j, nextMine), b.slice(k, nextTheirs)))
    if (!isEnd) out.push(o[n] as string)
    ;[i, j, k] = [n + 1, nextMine + 1, nextTheirs + 1]
  }
  return out.join('\n\n')
}

function settled(base: string[], mine: string[], theirs: string[]): string[] {
  if (isSame(mine, base)) return theirs
  if (isSame(theirs, base)) return mine
  return [...theirs, ...mine.filter((paragraph) => !theirs.includes(paragraph))]
}

const paragraphs = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

const isSame = (a: string[], b: string[]): boolean => a.length === b.length && a.every((unit, i) => unit === b[i])

/** Aligning takes time that grows with the product: beyond it, only what is alike at both ends is held to be. */
const MOST_PAIRS = 4_000_000

/** Which unit of `a` stands where in `b`: a longest common subsequence, in order. */
function matches(a: string[], b: string[]): Map<number, number> {
  const found = new Map<number, number>()
  let [start, endA, endB] = [0, a.length, b.length]
  while (start < endA && start < endB && a[start] === b[start]) found.set(start, start++)
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) found.set(--endA, --endB)
  const [rows, columns] = [endA - start, endB - start]
  if (rows * columns > MOST_PAIRS) return found
  const width = columns + 1
  const lengths = new Uint32Array((rows + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] as number
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[start + i] === b[start + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (a[start + i] === b[start + j]) found.set(start + i++, start + j++)
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return found
}
