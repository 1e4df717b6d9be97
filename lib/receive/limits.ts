/** What one delivery may cost. Generous for news, small for a server with 1 GB for its worker. */
export type Limits = {
  /** Bytes of one document: the longest article known is under 1 MB; saved pages with inlined pictures reach 10. */
  document: number
  /** Characters of one csv record whose quotes are still open. */
  openQuotes: number
  /** Levels of brackets in a json record. */
  depth: number
  /** Of a zip, with the zips inside it: unpacked bytes, entries, and how far one entry may swell. */
  unpacked: number
  entries: number
  ratio: number
}

export const LIMITS: Limits = {
  document: 16 << 20,
  openQuotes: 1 << 20,
  depth: 200,
  unpacked: 4 * 2 ** 30,
  entries: 200_000,
  // DEFLATE cannot swell more than 1032 times; text made by people swells 3 to 20 times, logs 100.
  ratio: 250,
}

/** What one address may cost that somebody pasted: room for a newspaper as pdf, and all of it stands in memory. */
export const FETCH_LIMITS = { maxBytes: 48 << 20, maxMs: 60_000 }
