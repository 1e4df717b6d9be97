/**
 * How many fingerprints a second, ours against the npm package `minhash` (classic MinHash, 128 permutations), on the
 * same texts in the same run: `node tests/bench/fingerprints.ts [DOCUMENTS]`.
 *
 * Two figures: from the text (folding, words, shingles and signature, as the product does it), and from the shingles
 * alone, which is what the package does. Both sides also estimate the same pairs, so that the ratio is of equal work.
 */
import { Minhash } from 'minhash'
import { fingerprint } from '#lib/compare/fingerprint.ts'
import { estimateJaccard, minhash } from '#lib/compare/minhash.ts'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import { shingleSequence, wordHashes } from '#lib/compare/shingle-set.ts'
import { foldedWords } from '#lib/text/words.ts'

const DOCUMENTS = Number(process.argv[2] ?? 20_000)
/** The package takes about 10 ms a document: a few hundred give its rate. */
const BASELINE_DOCUMENTS = 200
const WORDS = 280

/** Words drawn by Zipf's law from letters of the Arabic alphabet; each text after the first shares half with the one before. */
function texts(count: number): string[] {
  const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'
  let state = 42
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const vocabulary = Array.from({ length: 50_000 }, () =>
    Array.from({ length: 3 + Math.floor(random() * 5) }, () => letters[Math.floor(random() * letters.length)]).join(''),
  )
  const draw = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? ''
  let before = Array.from({ length: WORDS }, draw)
  return Array.from({ length: count }, () => {
    before = [...before.slice(WORDS / 2), ...Array.from({ length: WORDS / 2 }, draw)]
    return before.join(' ')
  })
}

/** Times a second, the best of three rounds: the first warms the compiler up. */
function rate(count: number, round: () => void, rounds = 3): number {
  let best = 0
  for (let i = 0; i < rounds; i++) {
    const started = performance.now()
    round()
    best = Math.max(best, count / ((performance.now() - started) / 1000))
  }
  return best
}

const documents = texts(DOCUMENTS)
const words = documents.map(foldedWords)
const shingles = words.map((w) => shingleSequence(wordHashes(w)))
const strings = words.slice(0, BASELINE_DOCUMENTS).map((w) => w.slice(2).map((_, i) => w.slice(i, i + 3).join(' ')))

const fromShingles = rate(DOCUMENTS, () => shingles.forEach(minhash))
const fromText = rate(DOCUMENTS, () => documents.forEach(fingerprint))
const prepared = rate(DOCUMENTS, () => {
  for (const text of documents) prepareArticle({ title: null, text })
})
const classic = (document: string[]) => {
  const sketch = new Minhash({ numPerm: 128 })
  for (const shingle of document) sketch.update(shingle)
  return sketch
}
const baseline = rate(BASELINE_DOCUMENTS, () => strings.forEach(classic), 2)

let [errorOfOurs, errorOfTheirs] = [0, 0]
for (let i = 1; i < BASELINE_DOCUMENTS; i++) {
  const [a, b] = [new Set(strings[i - 1]), new Set(strings[i])]
  const both = [...a].filter((s) => b.has(s)).length
  const jaccard = both / (a.size + b.size - both)
  const ours = estimateJaccard(minhash(shingles[i - 1] as Uint32Array), minhash(shingles[i] as Uint32Array))
  const theirs = classic(strings[i - 1] as string[]).jaccard(classic(strings[i] as string[]))
  errorOfOurs += (ours - jaccard) ** 2
  errorOfTheirs += (theirs - jaccard) ** 2
}
const rms = (sum: number) => Math.sqrt(sum / (BASELINE_DOCUMENTS - 1)).toFixed(4)

const say = (name: string, value: string) => console.log(`${name.padEnd(52)}${value}`)
say(`signatures/s from shingles (${WORDS} words a text)`, Math.round(fromShingles).toLocaleString('en'))
say('npm minhash/s from shingles', baseline.toFixed(1))
say('ratio', `${Math.round(fromShingles / baseline)} times`)
say('fingerprints/s from the text, one by one', Math.round(fromText).toLocaleString('en'))
say('articles prepared/s from the text, with a vocabulary', Math.round(prepared).toLocaleString('en'))
say('error of the estimate (root mean square), ours', rms(errorOfOurs))
say('error of the estimate (root mean square), npm minhash', rms(errorOfTheirs))
