import { mix32 } from '#lib/text/shingles.ts'

/** Bands of a signature, and rows of a band. */
export const BANDS = 42
export const BAND_ROWS = 3

/**
 * The keys under which a signature is looked up: two texts are compared where they share one key.
 *
 * Two texts of similarity s meet with probability 1 - (1 - s³)^42: .996 at .5, .84 at .35 (a reprint cut to a third of
 * its length), .04 at .1 and .00004 at .01, where two unrelated Arabic articles lie. 64 bands of two rows would find
 * .9999 at .5, but also .0064 at .01: a hundred needless comparisons an article among 15,000, and half as many keys
 * again in the index. 126 of the 128 bins are used.
 *
 * The band's number is mixed into the key, so that the keys of all bands live in one index.
 */
export function bandKeys(signature: Int32Array): Int32Array {
  const keys = new Int32Array(BANDS)
  for (let band = 0; band < BANDS; band++) {
    let h = Math.imul(band + 1, 0x9e3779b1)
    for (let row = 0; row < BAND_ROWS; row++)
      h = mix32(Math.imul(h, 31) + (signature[band * BAND_ROWS + row] as number))
    keys[band] = h | 0
  }
  return keys
}
