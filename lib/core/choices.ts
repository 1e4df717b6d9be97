/**
 * What one parameter of a filter asks for. Every group must hold, by one of its values; of `none`, no value may.
 * As text: `a,b` is a or b; `a;b` is a and b, too; `-c,d` is neither c nor d; `a,b;-c` both.
 */
export type Choices = { all: string[][]; none: string[] }

/** Values of a parameter; longer lists are cut: nobody chooses so many, and each costs a look-up. */
const MOST_VALUES = 50

/** Reads a parameter. Repeated values count once; empty ones are left out. Pure. */
export function readChoices(param: string | undefined): Choices {
  const all: string[][] = []
  const none: string[] = []
  for (const group of (param ?? '').split(';')) {
    const refused = group.startsWith('-')
    const values = (refused ? group.slice(1) : group).split(',').flatMap((value) => value.trim() || [])
    if (refused) none.push(...values)
    else if (values.length > 0) all.push([...new Set(values)].slice(0, MOST_VALUES))
  }
  return { all: all.slice(0, MOST_VALUES), none: [...new Set(none)].slice(0, MOST_VALUES) }
}

/** The parameter that says these choices; undefined where they ask for nothing. Pure. */
export function writeChoices({ all, none }: Choices): string | undefined {
  const groups = all.filter((group) => group.length > 0).map((group) => group.join(','))
  if (none.length > 0) groups.push(`-${none.join(',')}`)
  return groups.length > 0 ? groups.join(';') : undefined
}

/** Every value that is asked for, whichever group it stands in. Pure. */
export const chosenValues = (param: string | undefined): string[] => readChoices(param).all.flat()
