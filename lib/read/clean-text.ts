/**
 * Text as readers may see it: no control characters, no bidi overrides that could turn a sentence round, Arabic
 * presentation forms as the letters they show, spaces of all kinds as one kind. Letters, marks and tatweel stay.
 */
export function cleanText(text: string): string {
  if (!NEEDS_WORK.test(text)) return text
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '')
    .replace(/[\ufb50-\ufdff\ufe70-\ufefc]/g, (c) => c.normalize('NFKC'))
    .replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
}

/** C0 and C1 controls, bidi embeddings, overrides and isolates, invisible fillers; ZWNJ and ZWJ stay, Persian needs them. */
const CONTROLS =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g
const NEEDS_WORK =
  /[\0-\x09\x0b-\x1f\x7f-\xa0\u00ad\u061c\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\u3000\ufb50-\ufdff\ufe70-\ufefc\ufeff\ufff9-\ufffb]/

/** One line: runs of spaces and line breaks become a single space, the edges go. */
export const oneLine = (text: string): string => (UNEVEN.test(text) ? text.replace(/\s+/g, ' ').trim() : text)

/** White space that is no single space between two words. */
const UNEVEN = /[^\S ]|^ | {2}| $/
