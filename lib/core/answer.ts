/** What a web server said of a file that was fetched from it. */
export type Answer = { address: string; mediaType: string; charset?: string }

/** @param headers names in small letters, as `fetchAddress` gives them */
export function answerOf({ address, headers }: { address: string; headers: Record<string, string> }): Answer {
  const type = headers['content-type'] ?? ''
  const charset = /;\s*charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(type)?.[1]
  return {
    address,
    mediaType: type.split(';')[0]?.trim().toLowerCase() ?? '',
    ...(charset ? { charset } : {}),
  }
}

/** Endings that formats are known by (format-of.ts). Media types that say less than an address does are left out. */
const ENDINGS: Record<string, string> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'text/csv': '.csv',
  'text/tab-separated-values': '.tsv',
  'application/json': '.json',
  'application/feed+json': '.json',
  'application/x-ndjson': '.jsonl',
  'application/jsonl': '.jsonl',
  'text/xml': '.xml',
  'application/xml': '.xml',
  'application/rss+xml': '.rss',
  'application/atom+xml': '.atom',
  'application/rdf+xml': '.rdf',
  'text/x-opml': '.opml',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/zip': '.zip',
  'application/gzip': '.gz',
  'application/x-tar': '.tar',
  'application/warc': '.warc',
  'message/rfc822': '.eml',
  'multipart/related': '.mhtml',
}

/** The ending of files of a media type, with its dot; empty where it says less than the bytes do. */
export const endingOf = (mediaType: string): string => ENDINGS[mediaType] ?? ''

/** A name for what an address gave, with an ending that says what it is: `article.php` that is a page is `article.php.html`. */
export function nameOf({ address, mediaType }: Answer): string {
  const last = lastOf(address)
  const ending = endingOf(mediaType) || (mediaType === 'text/plain' && !/\.\w{2,5}$/.test(last) ? '.txt' : '')
  return last.toLowerCase().endsWith(ending) ? last : `${last}${ending}`
}

function lastOf(address: string): string {
  const { hostname, pathname } = new URL(address)
  const last = pathname.split('/').filter(Boolean).at(-1) ?? hostname
  try {
    return decodeURIComponent(last).replaceAll(/[/\\]/g, '_')
  } catch {
    return last
  }
}
