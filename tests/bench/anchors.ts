/**
 * How long 300 notes take to be found again in an article of 5,000 words: `node tests/bench/anchors.ts`. The edits are
 * those of a second reading: a preface, other diacritics and punctuation, paragraphs in another order, words replaced.
 * CPU time of the whole, what is prepared for the text included.
 */
import { anchorsIn } from '#lib/annotate/anchor.ts'
import { describeTarget } from '#lib/annotate/target.ts'
import { demoArticles } from '#tests/unit/annotate/edits/articles.ts'
import { paragraphsOf, writtenOut } from '#tests/unit/annotate/edits/edited.ts'
import { EDITS, type EditName } from '#tests/unit/annotate/edits/kinds.ts'
import { someSpans } from '#tests/unit/annotate/edits/measure.ts'
import { Lot } from '#tests/unit/annotate/edits/random.ts'

const WORDS = 5_000
const NOTES = 300

const arabic = demoArticles().filter(({ language }) => language === 'ar')
const elsewhere = { paragraphs: arabic.at(-1)?.elsewhere ?? [] }
let old = ''
for (const { text } of arabic) if (old.split(/\s+/).length < WORDS) old += `${old && '\n\n'}${text}`

const KINDS: readonly (readonly EditName[])[] = [
  [],
  ['a long preface'],
  ['paragraphs in another order'],
  ['quotation marks and punctuation otherwise'],
  ['fully diacritised'],
  ['one word in twelve replaced'],
]

console.log(`${NOTES} notes on ${old.split(/\s+/).length} words`)
for (const edits of KINDS) {
  const lot = new Lot(7)
  const targets = someSpans(old, lot, NOTES).map(({ start, end }) => describeTarget(old, start, end))
  let paragraphs = paragraphsOf(old)
  for (const name of edits) paragraphs = EDITS[name](paragraphs, lot, elsewhere)
  const edited = writtenOut(paragraphs)
  for (const [how, from] of [['old text known', old] as const, ['kept quotes only', undefined] as const]) {
    const before = process.cpuUsage()
    const find = anchorsIn(edited, from)
    const found = targets.filter((target) => find(target) !== null).length
    const { user, system } = process.cpuUsage(before)
    console.log(
      `${edits.join(' + ') || 'nothing changed'}, ${how}: ${((user + system) / 1000).toFixed(0)} ms, ${found} found`,
    )
  }
}
