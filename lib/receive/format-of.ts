import { charsetOf } from '#lib/text/charset-of.ts'

export type Format = 'text' | 'html' | 'csv' | 'json' | 'json-lines' | 'feed' | 'zip'
/** A format that is known and not taken, by its usual name: `PDF`. */
export type Refused = { refused: string }

/** First bytes of files that are no text, by what people call them. */
const SIGNATURES: [string, string][] = [
  ['%PDF-', 'PDF'],
  ['\x1f\x8b', 'GZIP'],
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
const DOCUMENT_ZIPS = /\.(docx|xlsx|pptx|od[tsp]|epub|jar|apk)$/i
/** Texts that are no articles: what a browser saves beside a page, and programs. */
const NO_ARTICLES = /\.(css|m?js|svg|map|py|php|sh|sql|ya?ml|toml|ini|srt|vtt)$/i
const NAMES: [RegExp, Format][] = [
  [/\.(?:x?html?|mhtml?)$/i, 'html'],
  [/\.(?:csv|tsv|tab)$/i, 'csv'],
  [/\.(?:jsonl|ndjson)$/i, 'json-lines'],
  [/\.json$/i, 'json'],
  [/\.(?:xml|rss|atom|rdf)$/i, 'feed'],
  // Named so without being one: opening it says that it is broken, where reading it would make an article of it.
  [/\.zip$/i, 'zip'],
]

/**
 * What a file is: by its first bytes where they say it, else by its name, else text.
 * @param head the first 64 kB
 * @returns null where it is no text at all
 */
export function formatOf(name: string, head: Uint8Array): Format | Refused | null {
  const start = Buffer.from(head.subarray(0, 8)).toString('latin1')
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) {
    const kind = DOCUMENT_ZIPS.exec(name)?.[1]
    return kind ? { refused: kind.toUpperCase() } : 'zip'
  }
  for (const [signature, refused] of SIGNATURES) if (start.startsWith(signature)) return { refused }
  const text = new TextDecoder(charsetOf(head, undefined).charset).decode(head)
  if (looksBinary(text)) return null
  const kind = NO_ARTICLES.exec(name)?.[1]
  if (kind) return { refused: kind.toUpperCase() }
  return byContent(text.trimStart(), name) ?? NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? 'text'
}

function byContent(text: string, name: string): Format | undefined {
  if (text.startsWith('<')) {
    const opening = text.slice(0, 4096).replace(/<!--[\s\S]*?-->/g, '')
    if (/^(?:\s|<\?[^>]*>|<!doctype[^>]*>)*<(?:rss|feed|rdf:rdf|channel)[\s>]/i.test(opening)) return 'feed'
    if (/^(?:\s|<\?[^>]*>)*<(?:!doctype\s+html|html|head|body|article|div|p|meta)[\s>/]/i.test(opening)) return 'html'
  }
  // A bracket may begin an article («[عاجل] …»), a quoted key does not.
  if (/^(?:\[\s*)*\{\s*"/.test(text) || (/\.jsonl?$/i.test(name) && /^[[{]/.test(text))) {
    if (text.startsWith('[')) return 'json'
    const isNamedLines = /\.(?:jsonl|ndjson)$/i.test(name) && !/^\{\s*\n/.test(text)
    return isNamedLines || severalLines(text) ? 'json-lines' : 'json'
  }
  return undefined
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
