/** An article as a page describes it for machines (schema.org). */
export type LinkedArticle = {
  headline?: string
  datePublished?: string
  dateModified?: string
  authors: string[]
  publisher?: string
  articleBody?: string
  language?: string
  address?: string
  /** False where the publisher says that it is for subscribers. */
  isFree?: boolean
  wordCount?: number
}

type Node = Record<string, unknown>

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|CreativeWork)$/

/** The article among a page's JSON-LD blocks; blocks that are not JSON give what a pattern can still find. */
export function linkedArticle(blocks: string[]): LinkedArticle | null {
  const nodes = blocks.flatMap(nodesOf)
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)))
  const best =
    articles.find((node) => node.headline && node.datePublished) ??
    articles[0] ??
    nodes.find((node) => node.datePublished && typesOf(node).includes('WebPage'))
  if (best) return articleOf(best, nodes)
  const raw = blocks.join('\n')
  const date = /"datePublished"\s*:\s*"([^"]+)"/.exec(raw)?.[1]
  return date ? { datePublished: date, authors: [] } : null
}

function nodesOf(block: string): Node[] {
  const json = block
    .trim()
    .replace(/^(?:\/\/)?\s*<!\[CDATA\[|^<!--/, '')
    .replace(/(?:\/\/\s*)?\]\]>$|-->$/, '')
    .replace(/[\n\r\t]+/g, ' ')
    .trim()
    .replace(/;$/, '')
  try {
    const nodes: Node[] = []
    collect(JSON.parse(json), nodes, 0)
    return nodes
  } catch {
    return []
  }
}

function collect(value: unknown, into: Node[], depth: number) {
  if (depth > 6 || value === null || typeof value !== 'object') return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, into, depth + 1)
    return
  }
  const node = value as Node
  if (node['@type']) into.push(node)
  collect(node['@graph'] ?? node.mainEntity ?? node.mainEntityOfPage, into, depth + 1)
}

const typesOf = (node: Node): string[] =>
  [node['@type']].flat().filter((type): type is string => typeof type === 'string')

function articleOf(node: Node, nodes: Node[]): LinkedArticle {
  const page = nodes.find((other) => other.datePublished)
  const fields = {
    headline: stringOf(node.headline) ?? stringOf(node.name),
    datePublished: stringOf(node.datePublished) ?? stringOf(page?.datePublished),
    dateModified: stringOf(node.dateModified) ?? stringOf(page?.dateModified),
    publisher: nameOf(node.publisher),
    articleBody: stringOf(node.articleBody) ?? stringOf(node.text),
    language: stringOf(node.inLanguage),
    address: stringOf(node.url),
    wordCount: Number(node.wordCount) || undefined,
  }
  const isFree = !/^(?:false|no)$/i.test(
    String(node.isAccessibleForFree ?? page?.isAccessibleForFree ?? true).replace(/^.*\//, ''),
  )
  const authors = [node.author ?? node.creator]
    .flat()
    .map(nameOf)
    .filter((name) => name !== undefined)
  return { ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)), isFree, authors }
}

const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined
const nameOf = (value: unknown): string | undefined =>
  stringOf(value) ?? stringOf(([value].flat()[0] as Node | undefined)?.name)
