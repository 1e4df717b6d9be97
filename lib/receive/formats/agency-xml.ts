import type { Stated } from '#lib/core/stated.ts'
import { decodedPieces } from '#lib/receive/decoded-pieces.ts'
import type { DeliveredFile } from '#lib/receive/delivered-file.ts'
import { newsItemStated } from '#lib/receive/formats/news-item.ts'
import { nitfStated } from '#lib/receive/formats/nitf.ts'
import { find, findAll, localName, parseXml, type XmlElement } from '#lib/receive/formats/xml-tree.ts'
import { type Item, ProblemError } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'
import { statedOf } from '#lib/receive/stated-of.ts'

const encoder = new TextEncoder()

/** What agencies send: NewsML-G2 (one item or a message of many), NewsML 1.x, NITF. Each item is a document. */
export async function* openAgencyXml(file: DeliveredFile, limits: Limits): AsyncGenerator<Item> {
  if (file.size > limits.document) throw new ProblemError({ key: 'too-large', size: file.size, limit: limits.document })
  let text = ''
  for await (const piece of decodedPieces(file)) text += piece
  text = text.replace(/^\uFEFF/, '')
  const document = parseXml(text)
  if (!document) throw new ProblemError({ key: 'xml-deep' })
  const items = findAll(document, 'newsitem').filter((item) => !within(item, 'newsitem'))
  const nitf = items.length === 0 ? find(document, 'nitf') : undefined
  const found = nitf ? [nitf] : items
  if (found.length === 0) throw new ProblemError({ key: 'agency-empty', format: 'NewsML' })
  // A text that broke off is closed by the parser; what an agency sends is believed only whole.
  const isWhole = text.trimEnd().endsWith('>') && /<\/[^<>]*>\s*$/.test(text.slice(-200))
  for (const [index, element] of found.entries()) {
    const source = text.slice(element.startIndex ?? 0, (element.endIndex ?? text.length - 1) + 1)
    const line = lineAt(text, element.startIndex ?? 0)
    const place = { path: file.path, index, line }
    if (index === found.length - 1 && (!isWhole || !source.trimEnd().endsWith(`</${element.name}>`))) {
      yield { ...place, problem: { key: 'xml-syntax', line } }
      continue
    }
    const said = nitf ? nitfStated(element) : newsItemStated(element)
    const stated = hasWords(said) ? statedOf((field) => said[field as keyof Stated]) : null
    if (stated) yield { ...place, mediaType: 'text/html', charset: 'utf-8', bytes: encoder.encode(source), stated }
    else yield { ...place, problem: { key: 'agency-empty', format: nitf ? 'NITF' : 'NewsML' } }
  }
}

const hasWords = ({ html }: Stated): boolean => /\p{L}/u.test((html ?? '').replace(/<[^>]*>/g, ''))

function within(element: XmlElement, name: string): boolean {
  for (let at = element.parent; at; at = at.parent)
    if ('tagName' in at && localName(at as XmlElement).toLowerCase() === name) return true
  return false
}

function lineAt(text: string, end: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line++
  return line
}
