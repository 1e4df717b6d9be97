// What a name may not carry: controls, and signs that turn the direction of what follows.
const HIDDEN = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** A file's path as its sender calls it, fit to be shown and kept; it never names a place on a disk of ours. */
export function deliveryPath(given: string): string {
  const path = given
    .replaceAll('\\', '/')
    .replace(HIDDEN, '')
    .replace(/^(?:\.{0,2}\/)+/, '')
    .toWellFormed()
    .trim()
  return path.slice(0, 1000) || 'file'
}
