import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { feedEntry } from '#lib/receive/formats/feed-entry.ts'
import type { FeedValue } from '#lib/receive/formats/feed-value.ts'
import { wordsOf } from '#lib/receive/formats/xml-tree.ts'

type Said = ReturnType<typeof feedEntry>
/** A case of a suite: a file, and what is different in what we say of it. */
export type FeedCase = { file: string; base?: string; agrees: (said: Said) => string[] }

/** What we say under the names that the suites use. */
const NAMES: Record<string, string> = {
  guid: 'id',
  pubDate: 'published',
  issued: 'published',
  created: 'published',
  modified: 'updated',
  description: 'content',
  summary: 'content',
  value: '',
}
const COMPARED = new Set(['title', 'link', 'id', 'published', 'updated', 'content', 'author'])

const words = (value: FeedValue | string | undefined): string[] => {
  if (value === undefined) return ['']
  const given = typeof value === 'string' ? value : 'text' in value ? value.text : value.html
  // As words: markup is only ever read for its words here. A title of plain words may look like markup.
  return [given.replace(/\s+/g, ' ').trim(), wordsOf(given), wordsOf(wordsOf(given))]
}
const meets = (a: string[], b: string[]): boolean => a.some((one) => b.includes(one))

/** Dates agree where they are one instant, or one text. */
const sameDate = (ours: string | undefined, theirs: string): boolean =>
  ours === theirs || (ours !== undefined && Date.parse(ours) === Date.parse(theirs))

function differs(said: Said, scope: 'feed' | 'entry', name: string, expected: string): string | null {
  const own = said?.[scope]
  const field = NAMES[name] ?? name
  if (field === 'published' || field === 'updated') {
    const dates = [own?.published, own?.updated]
    return dates.some((date) => sameDate(date, expected))
      ? null
      : `${scope}.${name}: ${expected} ≠ ${dates.join(' / ')}`
  }
  if (field === 'author') {
    // We keep the name of a person, and the address only where there is no name.
    const given = own?.author ?? ''
    const isIn = given.split('، ').some((author) => expected.includes(author) && author !== '')
    return isIn || given === expected ? null : `${scope}.${name}: ${expected} ≠ ${given}`
  }
  const ours = field === 'content' ? [...words(own?.content), ...words(own?.summary)] : words(own?.[field as 'title'])
  return meets(ours, words(expected)) ? null : `${scope}.${name}: ${expected} ≠ ${ours[0]}`
}

type Json = Record<string, unknown>
const linesOf = (file: string): Json[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Json)

/** The value of a field in an expectation of gofeed, whatever shape it has. */
function inWords(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) return inWords(value[0])
  const { value: inner, name, email, href, url, uri } = value as Json
  return inWords(inner ?? name ?? email ?? href ?? url ?? uri)
}

export function goCases(folder: string): FeedCase[] {
  const cases: FeedCase[] = []
  for (const { file, expected } of linesOf(path.join(folder, 'index.jsonl'))) {
    if (typeof expected !== 'string') continue
    const feed = JSON.parse(readFileSync(path.join(folder, expected), 'utf8')) as Json
    const checks: ['feed' | 'entry', string, string][] = []
    const gather = (scope: 'feed' | 'entry', json: Json | undefined) => {
      for (const [name, value] of Object.entries(json ?? {})) {
        const field = NAMES[name] ?? name
        const given = inWords(value)
        if (!COMPARED.has(field) || given === undefined || given === '') continue
        if (scope === 'feed' && field === 'content') continue
        checks.push([scope, name, given])
      }
    }
    gather('feed', feed)
    gather('entry', ((feed.items ?? feed.entries) as Json[] | undefined)?.[0])
    if (checks.length === 0) continue
    cases.push({
      file: path.join(folder, file as string),
      agrees: (said) => checks.map((check) => differs(said, ...check)).filter((difference) => difference !== null),
    })
  }
  return cases
}

/** `entries[0]['title_detail']['value'] == 'x'` and its like; other expressions are not about what we read. */
const CLAUSE =
  /(?<scope>feed|entries\[0\])(?:\[u?'|\.)(?<name>title|link|links|id|guid|description|summary|content|author|authors|author_detail|published|updated|created|modified|issued|published_parsed|updated_parsed|created_parsed|title_detail|summary_detail)(?:'\])?(?<inner>(?:\[\d\])?(?:\['(?:value|href|name|email)'\])?)\s*==\s*(?<value>u?"""[\s\S]*?"""|u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*"|\([\d, ]+\))/g

export function pythonCases(folder: string): FeedCase[] {
  const cases: FeedCase[] = []
  for (const { file, expect_python: python } of linesOf(path.join(folder, 'index.jsonl'))) {
    const checks: ['feed' | 'entry', string, string][] = []
    for (const { groups } of String(python ?? '').matchAll(CLAUSE)) {
      const { scope, name = '', inner = '', value = '' } = groups as Record<string, string>
      const field = name.replace(/_parsed|_detail|s$/g, '')
      const isWhole = /_detail$|^content$|^links$|^authors$/.test(name)
        ? /value|href|name|email/.test(inner)
        : inner === ''
      // Addresses of authors are not kept where they have names.
      if (!isWhole || inner.includes('email') || (inner.includes('[') && /\[[1-9]\]/.test(inner))) continue
      if (scope === 'feed' && /content|summary|description/.test(field)) continue
      const expected = literal(value)
      if (expected === '') continue
      checks.push([scope === 'feed' ? 'feed' : 'entry', field, expected])
    }
    if (checks.length === 0) continue
    // Headers of the answer that the feed came with stand in a comment of the file.
    const base = /Content-Location:\s*(\S+)/i.exec(readFileSync(path.join(folder, file as string), 'latin1'))?.[1]
    const address = `http://127.0.0.1:8097/${file}`
    cases.push({
      file: path.join(folder, file as string),
      base: base ? new URL(base, address).href : address,
      agrees: (said) => checks.map((check) => differs(said, ...check)).filter((difference) => difference !== null),
    })
  }
  return cases
}

/** A literal of Python: a text, or the parts of an instant. */
function literal(source: string): string {
  if (source.startsWith('(')) {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (source.match(/\d+/g) ?? []).map(Number)
    return new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString()
  }
  const text = source.replace(/^u?(?:"""|'|")|(?:"""|'|")$/g, '')
  return text.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gi, (_, wide, narrow, other) =>
    wide || narrow ? String.fromCharCode(Number.parseInt(wide ?? narrow, 16)) : other === 'n' ? '\n' : other,
  )
}
