import { oneLine } from '#lib/read/clean-text.ts'
import type { Clue, Draft } from '#lib/read/draft.ts'
import type { Access } from '#lib/read/html/barrier.ts'
import { entitiesDecoded } from '#lib/read/html/entities.ts'
import { linkedArticle } from '#lib/read/html/json-ld.ts'
import { markedElements } from '#lib/read/html/marked-elements.ts'
import { dataInside, type Page, textInside } from '#lib/read/html/page.ts'

type Found = Pick<Draft, 'titles' | 'dates' | 'siteNames' | 'authors' | 'declaredLanguage' | 'address'> & {
  articleBody: string | null
  description: string
  access: Access
}

/** `meta` names for a publication date, with how sure they are; "modified" and "revised" are machines' business. */
const DATE_META: Record<string, number> = {
  'article:published_time': 0.95,
  'article:published': 0.9,
  'og:article:published_time': 0.92,
  'og:published_time': 0.9,
  'og:pubdate': 0.9,
  pubdate: 0.9,
  publishdate: 0.9,
  'publish-date': 0.9,
  publish_date: 0.9,
  'publication-date': 0.9,
  publication_date: 0.9,
  datepublished: 0.92,
  'date-published': 0.9,
  'parsely-pub-date': 0.92,
  'sailthru.date': 0.88,
  ptime: 0.85,
  'rnews:datepublished': 0.9,
  'dc.date.issued': 0.9,
  'dcterms.created': 0.82,
  'dcterms.issued': 0.9,
  'dc.date.created': 0.82,
  'dcterms.date': 0.8,
  'dc.date': 0.8,
  'cxenseparse:recs:publishtime': 0.9,
  'article.published': 0.9,
  'article:post_date': 0.85,
  article_date_original: 0.9,
  originalpublicationdate: 0.9,
  citation_publication_date: 0.88,
  citation_date: 0.8,
  'bt:pubdate': 0.9,
  'article-publish-date': 0.9,
  created: 0.7,
  date: 0.75,
  timestamp: 0.6,
  'vr:published_time': 0.9,
  publishedat: 0.9,
  published: 0.85,
  gentime: 0.6,
  'article.created': 0.8,
  datecreated: 0.8,
  doc_date: 0.8,
}

/** `meta` names for the day of a change. */
const CHANGE_META =
  /^(?:(?:og:)?article[:.]modified(?:_time)?|og:(?:article:)?(?:updated|modified)_time|last-?mod(?:ified)?|(?:dc|dcterms)\.(?:date\.)?modified|date-?modified|modified|updated|revised|(?:bt|vr):(?:mod|updated)\w*)$/

/** What a page says about itself in its head, its JSON-LD and its microdata. */
export function metadataOf(page: Page): Found {
  const found: Found = {
    titles: [],
    dates: [],
    siteNames: [],
    authors: [],
    declaredLanguage: null,
    address: null,
    articleBody: null,
    description: '',
    access: { isFree: true, wordCount: null },
  }
  const clue = (value: string | null | undefined, rule: string, confidence: number, into: Clue[]) => {
    const text = value ? oneLine(entitiesDecoded(value)) : ''
    if (text !== '') into.push({ value: text, evidence: { rule, quote: text }, confidence })
  }
  const date = (text: string | null | undefined, rule: string, confidence: number) => {
    if (text && /\d/.test(text)) found.dates.push({ text: text.trim(), role: 'published', rule, confidence })
  }
  const marked = markedElements(page)
  for (const meta of marked.metas) {
    const { property, name: plain, itemprop, content } = meta.attributes
    const name = (property ?? plain ?? itemprop ?? '').toLowerCase()
    if (!name || !content) continue
    if (name === 'og:title') clue(content, 'title.og', 0.88, found.titles)
    else if (name === 'twitter:title' || name === 'dc.title') clue(content, `title.${name}`, 0.7, found.titles)
    else if (name === 'og:site_name' || name === 'application-name')
      clue(content, `source.${name}`, name === 'og:site_name' ? 0.8 : 0.5, found.siteNames)
    else if (name === 'author' || name === 'article:author' || name === 'dc.creator' || name === 'parsely-author') {
      if (!/^https?:/.test(content)) clue(content, `byline.${name}`, 0.8, found.authors)
    } else if (name === 'og:locale' || name === 'content-language')
      found.declaredLanguage ??= content.slice(0, 5).replace('_', '-').toLowerCase()
    else if (name === 'og:url') found.address ??= content
    else if (name === 'og:description' || name === 'description')
      found.description ||= oneLine(entitiesDecoded(content))
    if (CHANGE_META.test(name)) changedOn(found, content)
    const confidence = DATE_META[name]
    if (confidence !== undefined) date(content, `date.meta.${name}`, confidence)
  }
  linked(
    marked.linkedData.map((script) => dataInside(page, script)),
    found,
    clue,
    date,
  )
  changedOn(found, marked.changed?.attributes.content ?? marked.changed?.attributes.datetime)
  for (const element of marked.dates.slice(0, 3))
    date(
      element.attributes.datetime ?? element.attributes.content ?? textInside(page, element, 80),
      'date.microdata',
      0.9,
    )
  if (marked.author) clue(textInside(page, marked.author), 'byline.microdata', 0.78, found.authors)
  for (const h1 of marked.headings.slice(0, 6)) clue(textInside(page, h1), 'title.h1', 0.72, found.titles)
  if (marked.title) clue(dataInside(page, marked.title), 'title.tag', 0.65, found.titles)
  if (marked.headline) clue(textInside(page, marked.headline), 'title.markup', 0.74, found.titles)
  agreeOnTitle(found.titles)
  found.declaredLanguage = page.elements[0]?.attributes.lang?.toLowerCase() || found.declaredLanguage
  found.address = marked.canonical?.attributes.href || found.address
  if (found.address && !/^https?:\/\//.test(found.address)) found.address = null
  return found
}

type AddClue = (value: string | null | undefined, rule: string, confidence: number, into: Clue[]) => void
type AddDate = (text: string | null | undefined, rule: string, confidence: number) => void

/** A machine's note of a change: no publication, but it tells a later date for what it is. */
function changedOn({ dates }: Found, text: string | null | undefined) {
  if (text && /\d/.test(text))
    dates.push({ text: text.trim(), role: 'changed', rule: 'machine.changed', confidence: 0.5 })
}

function linked(blocks: string[], found: Found, clue: AddClue, date: AddDate) {
  const article = blocks.length > 0 ? linkedArticle(blocks) : null
  if (!article) return
  clue(article.headline, 'title.json-ld', 0.86, found.titles)
  clue(article.publisher, 'source.json-ld', 0.78, found.siteNames)
  for (const author of article.authors.slice(0, 3)) clue(author, 'byline.json-ld', 0.85, found.authors)
  date(article.datePublished, 'date.json-ld', 0.93)
  changedOn(found, article.dateModified)
  if (article.language) found.declaredLanguage ??= article.language.toLowerCase()
  found.access = { isFree: article.isFree ?? true, wordCount: article.wordCount ?? null }
  found.articleBody = article.articleBody ? entitiesDecoded(article.articleBody) : null
}

/** A heading that the page's title begins with, or that og:title repeats, is the headline. */
function agreeOnTitle(titles: Clue[]) {
  const squash = (text: string) => text.replace(/[\s\p{P}]+/gu, '')
  for (const title of titles) {
    if (title.evidence.rule !== 'title.h1' && title.evidence.rule !== 'title.markup') continue
    const own = squash(title.value)
    if (
      own.length >= 12 &&
      titles.some(
        (other) => other !== title && !/h1|markup/.test(other.evidence.rule) && squash(other.value).startsWith(own),
      )
    )
      title.confidence = 0.93
  }
}
