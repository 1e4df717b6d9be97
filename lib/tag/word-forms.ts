/**
 * What a folded word may be once Arabic's clitics are off: و ف (and, so), then ب ك ل (with, like, to), then ال (the);
 * لل is ل + ال. The vocabulary itself is the evidence for taking a letter off: only forms that it holds count.
 */
export type WordForm = {
  text: string
  /** True where ال was taken off: then only what may carry an article matches (demonyms, terms; not قطر, مالي). */
  withoutArticle: boolean
}

const SHORTEST = 3

/** The word as it is first, then with less and less in front of it. */
export function wordForms(word: string): WordForm[] {
  const forms: WordForm[] = []
  const add = (text: string) => {
    forms.push({ text, withoutArticle: false })
    if (text.startsWith('ال') && text.length - 2 >= SHORTEST) forms.push({ text: text.slice(2), withoutArticle: true })
  }
  const addWithPrepositions = (text: string) => {
    add(text)
    if (text.startsWith('لل') && text.length - 2 >= SHORTEST) add(`ال${text.slice(2)}`)
    else if (/^[بكل]/.test(text) && text.length - 1 >= SHORTEST) add(text.slice(1))
  }
  addWithPrepositions(word)
  if (/^[وف]/.test(word) && word.length - 1 >= SHORTEST) addWithPrepositions(word.slice(1))
  return forms
}
