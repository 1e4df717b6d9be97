import { foldText } from '#lib/text/fold.ts'
import { type Letter, lettersOf, type Paragraph } from '#tests/unit/annotate/edits/edited.ts'
import type { Lot } from '#tests/unit/annotate/edits/random.ts'

/** What an edit takes from elsewhere: paragraphs of other articles of the same language. */
export type Elsewhere = { paragraphs: readonly string[] }
export type Edit = (paragraphs: Paragraph[], lot: Lot, elsewhere: Elsewhere) => Paragraph[]

const isWordLetter = (letter: Letter | undefined) =>
  letter !== undefined && /[\p{L}\p{N}\p{M}\u0640]/u.test(letter.text)
const foreign = (lot: Lot, elsewhere: Elsewhere): Paragraph => lettersOf(lot.oneOf(elsewhere.paragraphs))
const wordOf = (lot: Lot, elsewhere: Elsewhere): Letter[] =>
  lettersOf(lot.oneOf(lot.oneOf(elsewhere.paragraphs).split(/\s+/)))
const said = (word: readonly Letter[]) =>
  foldText(word.map((letter) => letter.text).join('')).replace(/[^\p{L}\p{N}]/gu, '')
/** A word in another's place: one that is not the same. */
function anotherWord(word: readonly Letter[], lot: Lot, elsewhere: Elsewhere): Letter[] {
  for (;;) {
    const other = wordOf(lot, elsewhere)
    if (said(other) !== said(word)) return other
  }
}

/** Each word of a paragraph made into something else; what stands between words stays. */
function words(paragraph: Paragraph, change: (word: Letter[]) => Letter[]): Paragraph {
  const out: Paragraph = []
  for (let i = 0; i < paragraph.length; ) {
    let end = i
    while (isWordLetter(paragraph[end])) end++
    if (end > i) out.push(...change(paragraph.slice(i, end)))
    else out.push(paragraph[end++] as Letter)
    i = end
  }
  return out
}

/** Some words, by lot. */
const someWords =
  (share: number, change: (word: Letter[], lot: Lot, elsewhere: Elsewhere) => Letter[]): Edit =>
  (paragraphs, lot, elsewhere) =>
    paragraphs.map((p) => words(p, (word) => (lot.is(share) ? change(word, lot, elsewhere) : word)))

/** Single letters become others of their kind and stay themselves: the same words, spelt otherwise. */
const respelt =
  (share: number, spelling: (c: string, lot: Lot) => string | null): Edit =>
  (paragraphs, lot) =>
    paragraphs.map((p) =>
      p.flatMap((letter, i) => {
        // What stands within a number is part of it.
        const isWithin = /\p{P}/u.test(letter.text) && /\p{Nd}/u.test(p[i + 1]?.text ?? '')
        const other = lot.is(share) && !isWithin ? spelling(letter.text, lot) : null
        return other === null ? [letter] : other === '' ? [] : [{ text: other, from: letter.from }]
      }),
    )

/** After a letter comes something that is none. */
const sprinkled =
  (share: number, after: RegExp, what: readonly string[]): Edit =>
  (paragraphs, lot) =>
    paragraphs.map((p) =>
      p.flatMap((letter) =>
        after.test(letter.text) && lot.is(share) ? [letter, ...lettersOf(lot.oneOf(what))] : [letter],
      ),
    )

const without =
  (what: RegExp, share = 1): Edit =>
  (paragraphs, lot) =>
    paragraphs.map((p) => p.filter((letter) => !(what.test(letter.text) && lot.is(share))))

const ARABIC = /\p{Script=Arabic}/u
const HARAKAT = ['\u064b', '\u064c', '\u064d', '\u064e', '\u064f', '\u0650', '\u0651', '\u0652', '\u0651\u064e']
const FURNITURE = [
  'اقرأ أيضا: آخر المستجدات في المنطقة',
  'تابعونا على مواقع التواصل الاجتماعي',
  'شارك هذا الخبر مع أصدقائك',
  'Lire aussi : notre dossier complet',
  'Partager cet article sur les réseaux',
  'Read more: all our reports on the region',
  'Advertisement',
  'Share this story',
]
const SPELLINGS: Record<string, string> = {
  أ: 'ا', إ: 'ا', آ: 'ا', ا: 'أ', ى: 'ي', ي: 'ى', ة: 'ه', ه: 'ة', ؤ: 'و', ئ: 'ي', ک: 'ك', ك: 'ک', ی: 'ي',
  é: 'e', è: 'e', ê: 'e', à: 'a', ç: 'c', ô: 'o', î: 'i', É: 'E', œ: 'œ', '’': "'", "'": '’',
} // biome-ignore format: pairs
const QUOTES: Record<string, string> = {
  '«': '"', '»': '"', '"': '”', '“': '«', '”': '»', '،': ',', '؛': ';', ',': '،', '.': '…', ':': ' :', '-': '–', '–': '—', '—': '-', '؟': '?', '(': '[', ')': ']', '%': '٪',
} // biome-ignore format: pairs
const DIGITS = '٠١٢٣٤٥٦٧٨٩'

/** A sentence goes as far as its full stop. */
const sentencesOf = (paragraph: Paragraph): Paragraph[] => {
  const out: Paragraph[] = [[]]
  paragraph.forEach((letter, i) => {
    out.at(-1)?.push(letter)
    if (/[.!?؟]/.test(letter.text) && paragraph[i + 1]?.text === ' ') out.push([])
  })
  return out.filter((sentence) => sentence.length > 0)
}

/** What is done to articles between two readings of them, or by their editors. */
export const EDITS = {
  'paragraphs put in': (paragraphs, lot, elsewhere) =>
    paragraphs.flatMap((p) => (lot.is(0.3) ? [foreign(lot, elsewhere), p] : [p])),
  'a long preface': (paragraphs, lot, elsewhere) => [
    ...Array.from({ length: 3 + lot.below(8) }, () => foreign(lot, elsewhere)),
    ...paragraphs,
  ],
  'paragraphs taken out': (paragraphs, lot) => {
    const left = paragraphs.filter(() => !lot.is(0.3))
    return left.length > 0 ? left : paragraphs.slice(0, 1)
  },
  'one paragraph moved': (paragraphs, lot) => {
    const rest = [...paragraphs]
    const [moved = []] = rest.splice(lot.below(rest.length), 1)
    rest.splice(lot.below(rest.length + 1), 0, moved)
    return rest
  },
  'paragraphs in another order': (paragraphs, lot) => lot.shuffled(paragraphs),
  'a sentence put into paragraphs': (paragraphs, lot, elsewhere) =>
    paragraphs.map((p) => {
      const all = sentencesOf(p)
      const sentence = sentencesOf(foreign(lot, elsewhere))[0] ?? []
      all.splice(lot.below(all.length + 1), 0, [...sentence, ...lettersOf(' ')])
      return all.flat()
    }),
  'a sentence taken out of paragraphs': (paragraphs, lot) =>
    paragraphs.map((p) => {
      const all = sentencesOf(p)
      if (all.length > 1) all.splice(lot.below(all.length), 1)
      return all.flat()
    }),
  'one word in twelve replaced': someWords(1 / 12, anotherWord),
  'words put in': someWords(1 / 12, (word, lot, elsewhere) => [...wordOf(lot, elsewhere), ...lettersOf(' '), ...word]),
  'slips of the pen corrected': someWords(0.15, (word, lot) => {
    if (word.length < 4) return word
    const at = 1 + lot.below(word.length - 2)
    const [before, letter, after] = [word.slice(0, at), word[at] as Letter, word.slice(at + 1)]
    const way = lot.below(3)
    if (way === 0) return [...before, ...after]
    const other: Letter = { text: lot.oneOf(word).text, from: null }
    return way === 1 ? [...before, letter, other, ...after] : [...before, other, ...after]
  }),
  'particles glued to words': someWords(0.15, (word, lot) =>
    ARABIC.test(word[0]?.text ?? '') ? [...lettersOf(lot.oneOf(['و', 'ف', 'ب', 'ل'])), ...word] : word,
  ),
  'figures corrected': (paragraphs, lot) =>
    paragraphs.map((p) =>
      p.map((letter) =>
        /\p{Nd}/u.test(letter.text) && lot.is(0.4)
          ? { text: String((Number(foldText(letter.text)) + 1 + lot.below(9)) % 10), from: null }
          : letter,
      ),
    ),
  'figures in other digits': respelt(1, (c) =>
    /[0-9]/.test(c) ? (DIGITS[Number(c)] as string) : DIGITS.includes(c) ? String(DIGITS.indexOf(c)) : null,
  ),
  'some diacritics put in': sprinkled(0.2, ARABIC, HARAKAT),
  'fully diacritised': sprinkled(0.9, ARABIC, HARAKAT),
  'diacritics taken out': without(/\p{Mn}/u),
  tatweel: sprinkled(0.15, ARABIC, ['ـ', 'ــ']),
  'hamza, alef, ya and accents otherwise': respelt(0.5, (c) => SPELLINGS[c] ?? null),
  'quotation marks and punctuation otherwise': respelt(0.8, (c) => QUOTES[c] ?? null),
  'punctuation taken out': respelt(0.7, (c) => (/\p{P}/u.test(c) ? '' : null)),
  'other spaces': respelt(0.5, (c, lot) =>
    /\s/.test(c) ? lot.oneOf(['\u00a0', '  ', '\n', ' \u200f', '\t', '\u202f']) : null,
  ),
  'paragraphs joined': (paragraphs, lot) => {
    const out: Paragraph[] = []
    for (const p of paragraphs) {
      if (out.length > 0 && lot.is(0.5)) out.at(-1)?.push(...lettersOf(lot.oneOf(['\n', ' '])), ...p)
      else out.push([...p])
    }
    return out
  },
  'paragraphs divided': (paragraphs) => paragraphs.flatMap(sentencesOf),
  'furniture of the page came in': (paragraphs, lot) =>
    paragraphs.flatMap((p) => (lot.is(0.4) ? [p, lettersOf(lot.oneOf(FURNITURE))] : [p])),
  'emoji put in': sprinkled(0.15, /\s/, ['😀 ', '👨‍👩‍👧 ', '🇳🇪', '❤️ ', '𝔸 ']),
  'combining marks composed otherwise': respelt(1, (c) => (c.normalize('NFD') === c ? null : c.normalize('NFD'))),
  'controls of direction put in': sprinkled(0.1, /\S/, ['\u200f', '\u200e', '\u2067', '\u2069', '\u200c', '\ufeff']),
  'capitals and other forms of letters': respelt(0.5, (c) =>
    c.toUpperCase().length === c.length ? c.toUpperCase() : null,
  ),
  'paragraphs written anew': (paragraphs, lot, elsewhere) =>
    paragraphs.map((p) =>
      lot.is(0.5) ? words(p, (word) => (lot.is(0.6) ? anotherWord(word, lot, elsewhere) : word)) : p,
    ),
  'another article in its place': (paragraphs, lot, elsewhere) => paragraphs.map(() => foreign(lot, elsewhere)),
} as const satisfies Record<string, Edit>

export type EditName = keyof typeof EDITS
export const EDIT_NAMES = Object.keys(EDITS) as EditName[]
