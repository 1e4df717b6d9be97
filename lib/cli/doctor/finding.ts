/** One line of `mirqab doctor`: what was looked at, what was seen, and the way out where that is wrong. */
export type Finding = { what: string; seen: string; wayOut?: string }

export const fine = (what: string, seen: string): Finding => ({ what, seen })
export const wrong = (what: string, seen: string, wayOut: string): Finding => ({ what, seen, wayOut })
