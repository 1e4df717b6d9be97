import { charsetOf } from '#lib/text/charset-of.ts'
import { decoderOf } from '#lib/text/decoder-of.ts'

export type Format =
  | 'text'
  | 'html'
  | 'csv'
  | 'json'
  | 'json-lines'
  | 'json-feed'
  | 'feed'
  | 'opml'
  | 'agency-xml'
  | 'mail'
  | 'docx'
  | 'pdf'
  | 'zip'
  | 'tar'
  | 'gzip'
  | 'warc'
/** A format that is known and not taken, by its usual name: `PDF`. */
export type Refused = { refused: string }

/** First bytes of files that are no text, by what people call them. */
const SIGNATURES: [string, string][] = [
  ['Rar!', 'RAR'],
  ['7z\xbc\xaf', '7-Zip'],
  ['\xd0\xcf\x11\xe0', 'Microsoft Office'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['RIFF', 'RIFF'],
  ['\x28\xb5\x2f\xfd', 'Zstandard'],
  ['BZh', 'bzip2'],
  ['{\\rtf', 'RTF'],
]
/** Zips that are documents: their entries are no articles. */
const DOCUMENT_ZIPS = /\.(xlsx|pptx|od[tsp]|epub|jar|apk)$/i
/** Texts that are no articles: what a browser saves beside a page, and programs. */
const NO_ARTICLES = /\.(css|m?js|svg|map|py|php|sh|sql|ya?ml|toml|ini|srt|vtt)$/i
const NAMES: [RegExp, Format][] = [
  [/\.x?html?$/i, 'html'],
  [/\.(?:mht|mhtml|eml)$/i, 'mail'],
  [/\.(?:csv|tsv|tab)$/i, 'csv'],
  [/\.(?:jsonl|ndjson)$/i, 'json-lines'],
  [/\.json$/i, 'json'],
  [/\.opml$/i, 'opml'],
  [/\.(?:xml|rss|atom|rdf)$/i, 'feed'],
  // Named so without being one: opening it says that it is broken, where reading it would make an article of it.
  [/\.zip$/i, 'zip'],
  [/\.(?:gz|tgz)$/i, 'gzip'],
  [/\.tar$/i, 'tar'],
  [/\.pdf$/i, 'pdf'],
  [/\.docx$/i, 'docx'],
  [/\.warc$/i, 'warc'],
]

/**
 * What a file is: by its first bytes where they say it, else by its name, else text.
 * @param head the first 64 kB
 * @returns null where it is no text at all
 */
export function formatOf(name: string, head: Uint8Array): Format | Refused | null {
  const start = Buffer.from(head.subarray(0, 65_536)).toString('latin1')
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return ofZip(start, name)
  if (start.startsWith('\x1f\x8b')) return 'gzip'
  if (/^WARC\/[01]\.\d+\r\n/.test(start)) return 'warc'
  if (start.startsWith('%PDF-') || (/\.pdf$/i.test(name) && start.slice(0, 1024).includes('%PDF-'))) return 'pdf'
  if (start.startsWith('ustar', 257)) return 'tar'
  for (const [signature, refused] of SIGNATURES) if (start.startsWith(signature)) return { refused }
  const text = decoderOf(charsetOf(head, undefined).charset).decode(head)
  if (looksBinary(text)) return null
  const kind = NO_ARTICLES.exec(name)?.[1]
  if (kind) return { refused: kind.toUpperCase() }
  return byContent(text.trimStart(), name) ?? NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? 'text'
}

function byContent(text: string, name: string): Format | undefined {
  if (text.startsWith('<')) {
    const root = rootOf(text)
    const found = ROOTS.find(([pattern]) => pattern.test(root))
    if (found) return found[1]
    // The five that begin a page without a head.
    if (/^(?:article|div|p|meta|!doctype html)$/.test(root)) return 'html'
  }
  if (/^(?:[\w-]+:[^\n]*\r?\n(?:[\t ][^\n]*\n)*){2,}/.test(text.slice(0, 16_384)) && MAIL.test(text.slice(0, 16_384)))
    return 'mail'
  // A bracket may begin an article («[عاجل] …»), a quoted key does not.
  if (/^(?:\[\s*)*\{\s*"/.test(text) || (/\.jsonl?$/i.test(name) && /^[[{]/.test(text))) {
    if (text.startsWith('[')) return 'json'
    if (/"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version/.test(text.slice(0, 16_384)))
      return 'json-feed'
    const isNamedLines = /\.(?:jsonl|ndjson)$/i.test(name) && !/^\{\s*\n/.test(text)
    return isNamedLines || severalLines(text) ? 'json-lines' : 'json'
  }
  return undefined
}

/** Headers that no text has at its beginning by chance. */
const MAIL = /^(?:mime-version:\s*1|message-id:\s*<|received:\s*from|return-path:\s*<|snapshot-content-location:)/im

/** The first elements of documents, without prefix and in small letters. */
const ROOTS: [RegExp, Format][] = [
  [/^(?:rss|feed|rdf|channel)$/, 'feed'],
  [/^opml$/, 'opml'],
  [/^(?:newsitem|newsmessage|packageitem|newsml|nitf)$/, 'agency-xml'],
  [/^(?:html|head|body)$/, 'html'],
]

/** The name of the root of an xml or html text, past declarations, comments and the document type. */
function rootOf(text: string): string {
  let at = 0
  while (at < text.length) {
    const from = text.indexOf('<', at)
    if (from < 0) return ''
    if (text.startsWith('<!--', from)) at = past(text, '-->', from)
    else if (text.startsWith('<?', from)) at = past(text, '?>', from)
    else if (/^<!doctype/i.test(text.slice(from, from + 9))) {
      if (/^<!doctype\s+html/i.test(text.slice(from, from + 30))) return '!doctype html'
      const [subset, close] = [text.indexOf('[', from), text.indexOf('>', from)]
      at = subset >= 0 && subset < close ? past(text, ']', subset) : past(text, '>', from)
    } else return /^<(?:[\w-]+:)?([a-z]\w*)(?=[\s/>])/i.exec(text.slice(from, from + 200))?.[1]?.toLowerCase() ?? ''
  }
  return ''
}

function past(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from)
  return found < 0 ? text.length : found + sign.length
}

/** What a zip holds: a Word document and its like say so by their first entries or their name. */
function ofZip(start: string, name: string): Format | Refused {
  const kind = DOCUMENT_ZIPS.exec(name)?.[1]
  if (kind) return { refused: kind.toUpperCase() }
  if (/\.docx$/i.test(name)) return 'docx'
  if (!start.slice(0, 4096).includes('[Content_Types].xml')) return 'zip'
  return start.includes('word/') ? 'docx' : { refused: 'Microsoft Office' }
}

/** One object a line: the first line is a whole object, and another begins below it. */
function severalLines(text: string): boolean {
  const end = text.indexOf('\n')
  if (end < 0 || !/^\s*\{/.test(text.slice(end))) return false
  try {
    JSON.parse(text.slice(0, end))
    return true
  } catch {
    return false
  }
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 4096)
  const odd = sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\uFFFD]/g)?.length ?? 0
  return odd > 2 && odd > sample.length * 0.05
}
