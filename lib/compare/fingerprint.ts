import { hash } from 'node:crypto'
import { bandKeys } from '#lib/compare/band-keys.ts'
import { minhash } from '#lib/compare/minhash.ts'
import { shingleSequence, wordHashes } from '#lib/compare/shingle-set.ts'
import { foldedWords } from '#lib/text/words.ts'

export type Fingerprint = {
  /** SHA-256 (hex) of the folded words joined by a space: equal for exact copies whatever their spelling and marks. */
  checksum: string
  /** 128 bins of one-permutation MinHash over folded word 3-shingles. */
  signature: Int32Array
  /** 42 keys to look near copies up by; signed 32-bit, made for an `int` column. */
  bands: Int32Array
  wordCount: number
}

/** What a text is looked up by: exact copies by `checksum`, near copies by a shared key of `bands`. */
export function fingerprint(text: string): Fingerprint {
  return fingerprintWords(foldedWords(text))
}

/** The fingerprint of folded words that are at hand already. */
export function fingerprintWords(words: readonly string[], shingles = shingleSequence(wordHashes(words))): Fingerprint {
  const signature = minhash(shingles)
  return { checksum: checksumOf(words), signature, bands: bandKeys(signature), wordCount: words.length }
}

/** SHA-256 (hex) of the folded words joined by a space. */
export const checksumOf = (words: readonly string[]): string => hash('sha256', words.join(' '))
