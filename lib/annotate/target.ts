/**
 * Where an annotation stands: a W3C TextPositionSelector and TextQuoteSelector in one. `start` and `end` count UTF-16
 * units of the stored text, end exclusive; `prefix` and `suffix` are up to 32 units of what stands around it.
 */
export type Target = { start: number; end: number; exact: string; prefix: string; suffix: string }

const CONTEXT = 32

const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff

/** True where a cut at this place would part the two halves of one character. */
export const partsCharacter = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHighSurrogate(text.charCodeAt(at - 1)) && isLowSurrogate(text.charCodeAt(at))

/** Describes a selection so that it can be found again. Places outside the text or within a character are moved in. */
export function describeTarget(text: string, start: number, end: number): Target {
  let from = Math.max(0, Math.min(start, end, text.length))
  let to = Math.min(text.length, Math.max(start, end, 0))
  if (partsCharacter(text, from)) from--
  if (partsCharacter(text, to)) to++
  let before = Math.max(0, from - CONTEXT)
  let after = Math.min(text.length, to + CONTEXT)
  if (partsCharacter(text, before)) before++
  if (partsCharacter(text, after)) after--
  return {
    start: from,
    end: to,
    exact: text.slice(from, to),
    prefix: text.slice(before, from),
    suffix: text.slice(to, after),
  }
}
