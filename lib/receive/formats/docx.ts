import mammoth from 'mammoth'
import { type Entry, fromBufferPromise } from 'yauzl'
import { bytesOf, type DeliveredFile } from '#lib/receive/delivered-file.ts'
import { type Item, ProblemError } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'

/** Styles of Word that mammoth does not know by itself. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
]

/** Bytes of text parts (a hundred pages have 1 MB): the tree that the converter makes of them is 120 times as large. */
const PARTS = 3 << 20

/** A Word document: its text as a page. Pictures are left out; nothing outside it is ever opened. */
export async function* openDocx(file: DeliveredFile, limits: Limits): AsyncGenerator<Item> {
  if (file.size > limits.document) throw new ProblemError({ key: 'too-large', size: file.size, limit: limits.document })
  const buffer = await bytesOf(file)
  await measure(buffer, limits)
  let html: string
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    const converted = await mammoth.convertToHtml({ buffer }, { styleMap: STYLES, convertImage })
    html = converted.value.replace(/<img [^>]*>/g, '')
  } catch {
    throw new ProblemError({ key: 'docx-broken' })
  }
  if (!/\p{L}/u.test(html.replace(/<[^>]*>/g, ''))) throw new ProblemError({ key: 'empty' })
  const page = `<!doctype html><html><head><meta charset="utf-8"></head><body><article>${html}</article></body></html>`
  yield { path: file.path, index: 0, mediaType: 'text/html', charset: 'utf-8', bytes: new TextEncoder().encode(page) }
}

/**
 * Unpacks once to count: what converts the document unpacks it whole into memory, and would believe whatever size it
 * states.
 */
async function measure(buffer: Buffer, limits: Limits): Promise<void> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const
  let size = 0
  let parts = 0
  try {
    const zip = await fromBufferPromise(buffer, options)
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
      size += entry.uncompressedSize
      if (size > 4 * limits.document) throw new ProblemError({ key: 'zip-bomb', size })
      if (entry.isEncrypted()) throw new ProblemError({ key: 'zip-encrypted' })
      // A part may have any name: what has no NUL at its beginning, as pictures and fonts have, counts as text.
      let isText: boolean | undefined
      for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        isText ??= !piece.subarray(0, 512).includes(0)
        if (isText) parts += piece.length
        if (parts > PARTS) throw new ProblemError({ key: 'too-large', size: parts, limit: PARTS })
      }
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw new ProblemError({ key: 'docx-broken' })
  }
}
