/**
 * An Arabic name that several people bear is sure behind the title of one of them: موسى ديالو may be anybody, and
 * الجنرال موسى ديالو is not. Names of one word stay in doubt: a rank in front of them settles little.
 */
export const titledNames = (titles: string[], ambiguous: string[]): string[] =>
  ambiguous
    .filter((name) => /^\p{Script=Arabic}+ /u.test(name))
    .flatMap((name) => titles.map((title) => `${title} ${name}`))
