type Node = { next: Map<string, Node>; isEnd: boolean }

/**
 * Source of a pattern for many names that share beginnings, folded into a trie: at a place where no name begins the
 * engine gives up after one character instead of trying hundreds of names. The longest name wins.
 * @param names each a list of tokens that are pattern sources themselves: a letter, `\s+`, `[\s.]*`
 */
export function trieSource(names: string[][]): string {
  const root: Node = { next: new Map(), isEnd: false }
  for (const tokens of names) {
    let node = root
    for (const token of tokens) {
      let next = node.next.get(token)
      if (!next) {
        next = { next: new Map(), isEnd: false }
        node.next.set(token, next)
      }
      node = next
    }
    node.isEnd = true
  }
  return emit(root)
}

function emit({ next, isEnd }: Node): string {
  const branches = [...next].map(([token, node]) => token + emit(node))
  if (branches.length === 0) return ''
  if (!isEnd) return branches.length === 1 ? (branches[0] as string) : `(?:${branches.join('|')})`
  return `(?:${branches.join('|')})?`
}

/** The tokens of a name: its letters, with any white space between its words. */
export const tokensOf = (name: string): string[] =>
  [...name].map((c) => (c === ' ' ? '\\s+' : c.replace(/[.*+?^${}()|[\]\\/]/, '\\$&')))
