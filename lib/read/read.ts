import type { Block, Field, Flag, ReadArticle } from '#lib/core/article.ts'
import type { Stated } from '#lib/core/stated.ts'
import { agencyOf } from '#lib/read/agency.ts'
import { articleAddress } from '#lib/read/article-address.ts'
import { bylineOf } from '#lib/read/byline.ts'
import { cleanText, oneLine } from '#lib/read/clean-text.ts'
import { homeZone } from '#lib/read/dates/home-zone.ts'
import { resolveDates } from '#lib/read/dates/resolve.ts'
import { type Decoded, decode } from '#lib/read/decode.ts'
import { type Draft, type DraftBlock, emptyDraft } from '#lib/read/draft.ts'
import { qualityFlags } from '#lib/read/flags.ts'
import { readPage } from '#lib/read/html/read-page.ts'
import { articleLanguage } from '#lib/read/language.ts'
import { readPlain } from '#lib/read/plain/read-plain.ts'
import { whoPublished } from '#lib/read/source.ts'
import { repairStated, withStated } from '#lib/read/stated.ts'
import { chooseTitle } from '#lib/read/title.ts'
import { UnreadableError } from '#lib/read/unreadable-error.ts'
import { lookupOf, type ReadVocabulary } from '#lib/read/vocabulary.ts'
import { foldText } from '#lib/text/fold.ts'

export type DocumentInput = {
  bytes: Uint8Array
  mediaType: 'text/plain' | 'text/html'
  /** As a header or a person declares it; what the bytes show outranks it. */
  charset?: string
  path?: string
  address?: string
  /** Fields the delivery itself states: a csv column, a json key, a feed element. */
  stated?: Stated
  /** ISO instant at which the document arrived; no date is later than it. */
  receivedAt?: string
  /** What an admin said of the whole delivery, for articles that say nothing themselves. */
  lastResort?: { source?: string }
}

/**
 * A document becomes an article: pure, the same for the same bytes and vocabulary.
 * @throws UnreadableError where there is nothing that could be read
 */
export function read(delivered: DocumentInput, vocabulary: ReadVocabulary): ReadArticle {
  const { document, decoded } = decodedWhole(delivered)
  const draft = withStated(draftOf(document, decoded), document.stated)
  const { text, blocks } = join(draft.blocks)
  if (!/\p{L}/u.test(text)) throw new UnreadableError('no-article')
  return judge(document, draft, decoded, text, blocks, vocabulary)
}

/** The document's bytes and what is stated of it, both with letters that were misread before put right. */
function decodedWhole(document: DocumentInput): { document: DocumentInput; decoded: Decoded } {
  const decoded = decode(document.bytes, document.charset)
  if (!document.stated) return { document, decoded }
  const { stated, repaired } = repairStated(document.stated)
  return {
    document: { ...document, stated },
    decoded: repaired ? { ...decoded, repaired: { ...repaired, rule: 'encoding.misread' } } : decoded,
  }
}

/** What the document's own bytes offer. Beside a stated text they are a csv row or a json record: syntax, no page. */
function draftOf(document: DocumentInput, decoded: Decoded): Draft {
  if (document.stated?.text || document.stated?.html) return emptyDraft()
  const cleaned = cleanText(decoded.text)
  return document.mediaType === 'text/html' ? readPage(cleaned, document.address ?? null) : readPlain(cleaned)
}

/** Weighs what the draft offers into the fields of an article, and doubts what deserves it. */
function judge(
  document: DocumentInput,
  draft: Draft,
  decoded: Decoded,
  text: string,
  blocks: Block[],
  vocabulary: ReadVocabulary,
): ReadArticle {
  const lookup = lookupOf(vocabulary)
  const paragraphs = draft.blocks.map((b) => b.text)
  const address = articleAddress(document.stated?.address ?? document.address, draft.address)
  const title = chooseTitle(draft, lookup)
  const language = articleLanguage(text, title?.value ?? '', document.stated?.language ?? draft.declaredLanguage)
  const who = whoPublished(draft, address, document.stated?.source, lookup)
  const source = who.source ?? lastResort(document)
  const folded = foldText(text)
  const dates = resolveDates({
    words: draft.dates,
    asides: draft.asides,
    folded,
    opening: paragraphs[0]?.slice(0, 120) ?? '',
    receivedAt: document.receivedAt ?? null,
    timeZone: who.row?.timeZone ?? null,
    homeZone: homeZone(who.row?.country ?? null, address),
    order: draft.declaredLanguage === 'en-us' ? 'mdy' : 'dmy',
    language: language.value,
    country: who.row?.country ?? null,
  })
  const flags = qualityFlags({
    draft,
    title,
    text,
    folded,
    paragraphs,
    language: language.value,
    source,
    sourceRow: who.row,
    repaired: decoded.repaired,
  })
  return {
    title,
    text,
    blocks,
    publishedAt: dates.publishedAt,
    pageDate: dates.pageDate,
    source,
    origin: who.origin,
    agency: agencyOf(paragraphs, draft.asides, document.stated?.agency, lookup),
    byline: bylineOf(draft, document.stated?.author, lookup),
    language,
    address,
    flags: inOrder([...flags, ...dates.flags]),
  }
}

function lastResort({ lastResort: last }: DocumentInput): Field<string> | null {
  return last?.source
    ? { value: last.source, evidence: { rule: 'source.delivery', quote: last.source }, confidence: 0.5 }
    : null
}

/** The surest doubt first. */
const inOrder = (flags: Flag[]): Flag[] => flags.sort((a, b) => b.confidence - a.confidence)

/** Blocks become one text with a blank line between them; each keeps its place in it. */
function join(drafts: DraftBlock[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = []
  let text = ''
  for (const draft of drafts) {
    const line = oneLine(draft.text)
    if (line === '') continue
    if (text !== '') text += '\n\n'
    blocks.push({ kind: draft.kind, start: text.length, end: text.length + line.length })
    text += line
  }
  return { text, blocks }
}
