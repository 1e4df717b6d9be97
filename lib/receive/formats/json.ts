import type { ChooseColumns } from '#lib/receive/columns.ts'
import { decodedPieces } from '#lib/receive/decoded-pieces.ts'
import { bytesOf, type DeliveredFile, fileInMemory } from '#lib/receive/delivered-file.ts'
import { fieldsOf, hasText } from '#lib/receive/field-names.ts'
import { chosenKeys } from '#lib/receive/formats/json-names.ts'
import { type JsonCut, recordItem } from '#lib/receive/formats/json-record.ts'
import { scanJson } from '#lib/receive/formats/json-scan.ts'
import { isNinjs } from '#lib/receive/formats/ninjs.ts'
import { type Item, ProblemError } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'

/** An answer of an interface may wrap its list some levels deep: `{"response": {"docs": […]}}`. */
const WRAPPERS = 3

/** A json file: an array of records, an object around one, an object of records, or one record. */
export async function* openJson(file: DeliveredFile, limits: Limits, choose?: ChooseColumns): AsyncGenerator<Item> {
  const keys = await chosenKeys(file, jsonRecords, limits, choose)
  let index = 0
  for await (const cut of jsonRecords(file, limits)) {
    const at = { path: file.path, index: index++ }
    yield 'problem' in cut ? { ...at, ...cut } : recordItem(cut, at, limits, keys)
  }
  if (index === 0) throw new ProblemError({ key: 'empty' })
}

/** The records of a json file, one by one, wherever it keeps them. @throws ProblemError too-large */
export async function* jsonRecords(file: DeliveredFile, limits: Limits, depth = 0): AsyncGenerator<JsonCut> {
  const plan = await planOf(file, limits)
  if (plan.take === 'record') {
    if (file.size > limits.document)
      throw new ProblemError({ key: 'too-large', size: file.size, limit: limits.document })
    const text = new TextDecoder().decode(await utf8Of(file))
    yield { text: text.replace(/^\uFEFF/, '').trim(), line: 1 }
    return
  }
  for await (const event of scanJson(decodedPieces(file), limits.document)) {
    if (event.kind === 'too-large') {
      yield { line: event.line, problem: { key: 'too-large', size: event.size, limit: limits.document } }
    } else if (event.kind === 'end' && !event.whole) {
      yield { line: event.line, problem: { key: 'json-syntax', line: event.line } }
    } else if (event.kind === 'member' && plan.take === 'inside' && event.key === plan.key && depth < WRAPPERS) {
      const inside = fileInMemory(file.path, Buffer.from(event.text))
      for await (const cut of jsonRecords(inside, limits, depth + 1)) {
        yield { ...cut, line: cut.line + event.line - 1 }
      }
    } else if (
      (event.kind === 'element' && plan.take === 'list' && event.key === plan.key) ||
      (event.kind === 'member' && plan.take === 'members')
    ) {
      yield { text: event.text, line: event.line }
    }
  }
}

type Plan = { take: 'record' | 'members' } | { take: 'list' | 'inside'; key: string | null }

/** Looks through the file once for where its records are. */
async function planOf(file: DeliveredFile, limits: Limits): Promise<Plan> {
  const keys: string[] = []
  const lists = new Map<string | null, { elements: number; articles: number }>()
  const members: { key: string | null; isArticle: boolean; wraps: boolean }[] = []
  const isArticle = (text: string) => !('problem' in recordItem({ text, line: 1 }, { path: '', index: 0 }, limits))
  for await (const event of scanJson(decodedPieces(file), limits.document)) {
    if (event.kind === 'key') keys.push(event.name)
    if (event.kind === 'element') {
      const list = lists.get(event.key) ?? { elements: 0, articles: 0 }
      lists.set(event.key, list)
      // The root array needs no choice; elsewhere the first ones tell.
      if (event.key === null) return { take: 'list', key: null }
      if (list.elements++ < 5 && event.text.startsWith('{') && isArticle(event.text)) list.articles++
    }
    if (event.kind === 'member' && members.length < 1000) {
      members.push({
        key: event.key,
        isArticle: members.length < 5 && isArticle(event.text),
        wraps: /\[\s*\{/.test(event.text),
      })
    }
  }
  if (hasText(fieldsOf(keys)) || isNinjs(keys)) return { take: 'record' }
  const [best] = [...lists].sort((a, b) => b[1].articles - a[1].articles || b[1].elements - a[1].elements)
  if (best && best[1].articles > 0) return { take: 'list', key: best[0] }
  const wrapper = members.find((member) => member.wraps)
  if (wrapper) return { take: 'inside', key: wrapper.key }
  if (members.length > 1 && members.some((member) => member.isArticle)) return { take: 'members' }
  return best ? { take: 'list', key: best[0] } : { take: keys.length > 0 ? 'record' : 'list', key: null }
}

/** The whole of a small file, in UTF-8 whatever it arrived in. */
async function utf8Of(file: DeliveredFile): Promise<Uint8Array> {
  let text = ''
  for await (const piece of decodedPieces(file)) text += piece
  return text === '' ? bytesOf(file) : new TextEncoder().encode(text)
}
