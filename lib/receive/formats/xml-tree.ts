import { DomUtils, Parser, parseDocument } from 'htmlparser2'

type Node = ReturnType<typeof parseDocument>['children'][number]
/** An element of a parsed text; `attribs` are as written, in raw form. */
export type XmlElement = Extract<Node, { tagName: string }>
type Parent = { children: Node[] }

/** Elements in each other: markup of people stays under 50; what is deeper would cost the stack of whoever walks it. */
const DEEPEST = 400

/**
 * The elements of an xml text. Forgiving: what is left open is closed at the end. No entity but the five of XML and
 * numbers is ever expanded, no document type read, no address followed.
 * @returns null where the text is deeper than any document is
 */
export function parseXml(text: string): Parent | null {
  if (isDeep(text)) return null
  return parseDocument(text, { xmlMode: true, decodeEntities: false, withStartIndices: true, withEndIndices: true })
}

function isDeep(text: string): boolean {
  let depth = 0
  let deepest = 0
  const parser = new Parser(
    {
      onopentagname: () => {
        depth++
        if (depth > deepest) deepest = depth
      },
      onclosetag: () => depth--,
    },
    { xmlMode: true, decodeEntities: false },
  )
  for (let at = 0; at < text.length && deepest <= DEEPEST; at += 65_536) parser.write(text.slice(at, at + 65_536))
  return deepest > DEEPEST
}

/** `NewsItem` of `<nar:NewsItem>`. */
export const localName = (element: XmlElement): string => element.name.slice(element.name.indexOf(':') + 1)

/** `nar` of `<nar:NewsItem>`, or nothing. */
export const prefixOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf(':')))

export const isElement = (node: Node): node is XmlElement => 'tagName' in node

export const elementsOf = (parent: Parent): XmlElement[] => parent.children.filter(isElement)

/** The first element below, at any depth, that has one of these names, whatever its prefix. */
export function find(parent: Parent, ...names: string[]): XmlElement | undefined {
  return DomUtils.findOne((element) => names.includes(localName(element).toLowerCase()), parent.children, true) as
    | XmlElement
    | undefined
}

export const findAll = (parent: Parent, ...names: string[]): XmlElement[] =>
  DomUtils.findAll((element) => names.includes(localName(element).toLowerCase()), parent.children) as XmlElement[]

/** Children with one of these names, whatever their prefix. */
export const childrenOf = (parent: Parent, ...names: string[]): XmlElement[] =>
  elementsOf(parent).filter((element) => names.includes(localName(element).toLowerCase()))

/** The value of an attribute, by its name without prefix. */
export function attribute(element: XmlElement, name: string): string | undefined {
  const key = Object.keys(element.attribs).find((given) => given.slice(given.indexOf(':') + 1).toLowerCase() === name)
  const value = key === undefined ? undefined : decodeXml(element.attribs[key] as string).trim()
  return value || undefined
}

/** The text of an element and of all in it, entities of XML decoded; sections of CDATA stand as they are. */
export function textOf(parent: Parent): string {
  let text = ''
  for (const node of parent.children) {
    if (node.type === 'text') text += decodeXml(node.data)
    else if (node.type === 'cdata') text += DomUtils.textContent(node)
    else if (isElement(node)) text += textOf(node)
  }
  return text
}

/** What is in an element as markup, prefixes taken off its tags: `<xhtml:p>` is `<p>`. */
export function markupOf(parent: Parent): string {
  let text = ''
  for (const node of parent.children) {
    if (node.type === 'text') text += node.data
    else if (node.type === 'cdata') text += escapeXml(DomUtils.textContent(node))
    else if (isElement(node)) {
      const attributes = Object.entries(node.attribs).map(
        ([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`,
      )
      const name = localName(node)
      const opening = `<${name}${attributes.join('')}>`
      text += node.children.length === 0 && VOID.test(name) ? opening : `${opening}${markupOf(node)}</${name}>`
    }
  }
  return text
}

const VOID = /^(?:area|br|col|hr|img|input|link|meta|source|wbr)$/i

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The five entities of XML and numbers; all others stay as they are written. */
export const decodeXml = (raw: string): string => decoded(raw, true)

/** Markup as its words: tags gone, entities of HTML decoded. */
export const wordsOf = (html: string): string => decoded(html, false).replace(/\s+/g, ' ').trim()

function decoded(text: string, xmlMode: boolean): string {
  if (!text.includes('&') && (xmlMode || !text.includes('<'))) return text
  let words = ''
  let silent = 0
  const parser = new Parser(
    {
      onopentagname: (name) => {
        if (SILENT.test(name)) silent++
      },
      onclosetag: (name) => {
        if (SILENT.test(name)) silent--
      },
      ontext: (data) => {
        if (silent === 0) words += data
      },
    },
    { xmlMode, decodeEntities: true },
  )
  parser.end(text)
  return words
}

const SILENT = /^(?:script|style|noscript|template)$/i
