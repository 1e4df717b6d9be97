import PostalMime, { type Attachment, type Email } from 'postal-mime'
import type { Stated } from '#lib/core/stated.ts'
import { bytesOf, type DeliveredFile, fileInMemory } from '#lib/receive/delivered-file.ts'
import { safeName } from '#lib/receive/formats/entry-name.ts'
import type { Surroundings } from '#lib/receive/formats/surroundings.ts'
import { type Item, ProblemError } from '#lib/receive/item.ts'
import { statedOf } from '#lib/receive/stated-of.ts'

/** Parts of a mail that are no documents: pictures, sound, styles, signatures, cards, invitations. */
const NO_DOCUMENT = /^(?:image|audio|video|font)\/|css|javascript|signature|calendar|vcard|pkcs7|delivery-status/

/** A mail, or a page saved as one (mhtml): its text is a document, and so is each file attached to it. */
export async function* openMail(file: DeliveredFile, around: Surroundings): AsyncGenerator<Item> {
  const { limits } = around
  if (file.size > limits.document) throw new ProblemError({ key: 'too-large', size: file.size, limit: limits.document })
  const bytes = await bytesOf(file)
  const page = savedPage(bytes)
  const mail = await parse(page?.part ?? bytes)
  const stated = page ? statedOfPage(mail, page.address) : statedOfMail(mail)
  const attached = page ? [] : mail.attachments.filter(isDocument)
  if (stated) {
    yield {
      path: file.path,
      index: 0,
      mediaType: stated.html ? 'text/html' : 'text/plain',
      charset: 'utf-8',
      bytes,
      stated,
    }
  } else if (attached.length === 0) throw new ProblemError({ key: 'mail-empty' })
  for (const [number, attachment] of attached.entries()) {
    const { content, filename } = attachment
    const name = safeName(filename ?? `${number + 1}`).replaceAll('/', '_')
    const inside = Buffer.from(content as ArrayBuffer)
    around.spent.unpacked += inside.length
    if (++around.spent.entries <= limits.entries) yield* around.openEntry(fileInMemory(`${file.path}/${name}`, inside))
  }
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: 20,
      maxHeadersSize: 1 << 18,
      attachmentEncoding: 'arraybuffer',
    })
  } catch {
    throw new ProblemError({ key: 'mail-broken' })
  }
}

const isDocument = ({ mimeType, related, content }: Attachment): boolean =>
  !related && !NO_DOCUMENT.test(mimeType) && (content as ArrayBuffer).byteLength > 0

function statedOfMail(mail: Email): Stated | null {
  // Who sends to a list is a publisher; whoever else sends a mail may only pass something on.
  const isList = mail.headers.some(({ key }) => key === 'list-id' || key === 'list-unsubscribe')
  const said: { [field: string]: string | undefined } = {
    title: mail.subject?.replace(/^(?:\s*(?:re|fwd?|رد|إعادة توجيه|ت)\s*:)+\s*/i, ''),
    html: mail.html,
    text: mail.text,
    publishedAt: mail.date,
    source: isList ? mail.from?.name : undefined,
  }
  return statedOf((field) => said[field])
}

const statedOfPage = (mail: Email, address: string | undefined): Stated | null =>
  statedOf((field) =>
    field === 'html' ? mail.html : field === 'text' ? mail.text : field === 'address' ? address : undefined,
  )

/**
 * The page of an mhtml: its first part, which is the page itself; the others are its pictures, styles and frames.
 * @returns null where it is a mail between people
 */
function savedPage(bytes: Buffer): { part: Uint8Array; address: string | undefined } | null {
  const text = bytes.toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)
  const headers = text.slice(0, end?.index ?? 0).replace(/\r?\n[\t ]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(headers)?.[1]?.trim()
  const address = header('Snapshot-Content-Location') ?? header('Content-Location')
  const type = header('Content-Type') ?? ''
  if (!address && !/^<?saved by/i.test(header('From') ?? '')) return null
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type)
  if (!boundary) return { part: bytes, address }
  const mark = `--${boundary[1] ?? boundary[2]}`
  const start = text.indexOf(mark, end?.index)
  const next = start < 0 ? -1 : text.indexOf(`\n${mark}`, start + mark.length)
  if (next < 0) throw new ProblemError({ key: 'mail-broken' })
  const part = bytes.subarray(text.indexOf('\n', start) + 1, next)
  return { part, address: address ?? /^content-location:\s*(\S+)/im.exec(part.toString('latin1', 0, 4096))?.[1] }
}
