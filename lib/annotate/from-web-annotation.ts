import { z } from 'zod'
import type { Target } from '#lib/annotate/target.ts'
import { RESOLVED, utf16Units } from '#lib/annotate/web-annotation.ts'

/** What was read out of somebody's JSON-LD: what Mirqab has a use for, `null` where it was not said. */
export type ReadAnnotation = {
  id: string | null
  motivations: string[]
  creator: { id: string | null; name: string | null } | null
  created: string | null
  modified: string | null
  resolved: string | null
  bodies: ReadBody[]
  targets: ReadTarget[]
}
export type ReadBody = {
  id: string | null
  text: string | null
  purposes: string[]
  language: string | null
  format: string | null
}
export type ReadTarget = {
  /** Address of what is annotated. */
  source: string | null
  /** In code points, as the model counts. */
  position: { start: number; end: number } | null
  quote: { exact: string; prefix: string; suffix: string } | null
}

export type Reading = { ok: true; annotation: ReadAnnotation } | { ok: false; error: string }

/** A property may be one thing or several. */
const several = <T extends z.ZodType>(item: T) => z.union([z.array(item), item.transform((one) => [one])])
const texts = several(z.string())
const language = texts.nullish()

const agent = z.union([z.string(), z.looseObject({ id: z.string().optional(), name: texts.optional() })])

type Selector = {
  type?: string[]
  start?: number
  end?: number
  exact?: string
  prefix?: string
  suffix?: string
  among: unknown[]
}

/** Selectors of other kinds are let through, and say nothing to us. */
const selector = z.union([
  z.string().transform((): Selector => ({ among: [] })),
  z
    .looseObject({
      type: texts.optional(),
      start: z.number().int().nonnegative().optional(),
      end: z.number().int().nonnegative().optional(),
      exact: z.string().optional(),
      prefix: z.string().optional(),
      suffix: z.string().optional(),
      refinedBy: z.unknown().optional(),
      items: z.array(z.unknown()).optional(),
    })
    .transform(({ items, refinedBy, type, start, end, exact, prefix, suffix }): Selector => {
      const kept = Object.entries({ type, start, end, exact, prefix, suffix }).filter(
        ([, value]) => value !== undefined,
      )
      return { ...Object.fromEntries(kept), among: [...(items ?? []), ...(refinedBy === undefined ? [] : [refinedBy])] }
    }),
])

const resource = z.union([
  z.string(),
  z.looseObject({
    id: z.string().optional(),
    type: texts.optional(),
    value: z.string().optional(),
    format: texts.optional(),
    language,
    purpose: texts.optional(),
    source: z.union([z.string(), z.looseObject({ id: z.string().optional() })]).optional(),
    selector: several(selector).optional(),
    items: z.array(z.unknown()).optional(),
  }),
])
type Resource = z.infer<typeof resource>

const annotation = z.looseObject({
  '@context': z.unknown().optional(),
  id: z.string().optional(),
  type: texts.optional(),
  motivation: texts.optional(),
  creator: several(agent).optional(),
  created: z.string().optional(),
  modified: z.string().optional(),
  [RESOLVED]: z.string().optional(),
  body: several(resource).optional(),
  bodyValue: z.string().optional(),
  target: several(resource),
})

/**
 * Reads a Web Annotation of anybody's. Accepts also the names that the drafts before the Recommendation used
 * (@id, text, role, members, annotatedBy; `oa:` before a type), for old exports are still about.
 */
export function fromWebAnnotation(json: unknown): Reading {
  const parsed = annotation.safeParse(modern(json))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return { ok: false, error: `${issue?.path.join('.') || 'annotation'}: ${issue?.message ?? 'not understood'}` }
  }
  const value = parsed.data
  if (value.type && !value.type.includes('Annotation')) return { ok: false, error: 'type: not an Annotation' }
  const creator = value.creator?.[0]
  return {
    ok: true,
    annotation: {
      id: value.id ?? null,
      motivations: value.motivation ?? [],
      creator: creator === undefined ? null : agentOf(creator),
      created: value.created ?? null,
      modified: value.modified ?? null,
      resolved: value[RESOLVED] ?? null,
      bodies: [
        ...(value.bodyValue === undefined
          ? []
          : [{ id: null, text: value.bodyValue, purposes: [], language: null, format: null }]),
        ...(value.body ?? []).flatMap(flat).map(bodyOf),
      ],
      targets: value.target.flatMap(flat).map(targetOf),
    },
  }
}

/** A target as we keep it, in the article's text; null where it says neither a quotation nor a place within the text. */
export function toTarget({ position, quote }: ReadTarget, text: string): Target | null {
  const start = position ? utf16Units(text, position.start) : 0
  const end = position ? utf16Units(text, position.end) : 0
  if (quote) return { start, end: position ? end : start + quote.exact.length, ...quote }
  if (!position || end <= start) return null
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
  }
}

const agentOf = (a: z.infer<typeof agent>) =>
  typeof a === 'string' ? { id: a, name: null } : { id: a.id ?? null, name: a.name?.[0] ?? null }

/** The members of a choice, list or composite, one by one; nested ones that make no sense are left out. */
function flat(one: Resource): Resource[] {
  if (typeof one === 'string' || !one.items) return [one]
  return one.items.flatMap((item) => {
    const parsed = resource.safeParse(item)
    return parsed.success ? flat(parsed.data) : []
  })
}

function bodyOf(one: Resource): ReadBody {
  if (typeof one === 'string') {
    const none = { purposes: [], language: null, format: null }
    // In the drafts a body that is no address is the comment itself.
    return URL.canParse(one) ? { id: one, text: null, ...none } : { id: null, text: one, ...none }
  }
  return {
    id: one.id ?? sourceOf(one),
    text: one.value ?? null,
    purposes: one.purpose ?? [],
    language: one.language?.[0] ?? null,
    format: one.format?.[0] ?? null,
  }
}

function targetOf(one: Resource): ReadTarget {
  if (typeof one === 'string') return { source: one, position: null, quote: null }
  const selectors = (one.selector ?? []).flatMap(nested)
  const place = selectors.find(
    (s) => s.start !== undefined && s.end !== undefined && s.type?.includes('TextPositionSelector'),
  )
  const quote = selectors.find((s) => s.exact !== undefined)
  return {
    source: sourceOf(one) ?? one.id ?? null,
    position: place ? { start: place.start as number, end: place.end as number } : null,
    quote: quote ? { exact: quote.exact as string, prefix: quote.prefix ?? '', suffix: quote.suffix ?? '' } : null,
  }
}

const sourceOf = (one: Exclude<Resource, string>): string | null =>
  typeof one.source === 'string' ? one.source : (one.source?.id ?? null)

function nested(one: Selector): Selector[] {
  return [
    one,
    ...one.among.flatMap((item) => {
      const parsed = selector.safeParse(item)
      return parsed.success ? nested(parsed.data) : []
    }),
  ]
}

const OLD_NAMES: Record<string, string> = {
  '@id': 'id',
  '@type': 'type',
  text: 'value',
  role: 'purpose',
  members: 'items',
  item: 'items',
  annotatedBy: 'creator',
}
/** Deeper nesting than this is no annotation. */
const DEEPEST = 20

/** Whose values are names of the model, so that the draft's `oa:` before them goes; never from a person's words. */
const NAMED = new Set(['type', 'motivation', 'purpose'])

/** The draft's names made into the Recommendation's; a name of the Recommendation that is there too wins. */
function modern(value: unknown, key = '', depth = 0): unknown {
  if (depth > DEEPEST) return null
  if (Array.isArray(value)) return value.map((item) => modern(item, key, depth + 1))
  if (typeof value === 'string') return NAMED.has(key) ? value.replace(/^oa:/, '') : value
  if (typeof value !== 'object' || value === null) return value
  const out: [string, unknown][] = []
  for (const [old, inner] of Object.entries(value)) {
    const name = Object.hasOwn(OLD_NAMES, old) ? (OLD_NAMES[old] as string) : old
    if (name === old || !Object.hasOwn(value, name)) out.push([name, modern(inner, name, depth + 1)])
  }
  return Object.fromEntries(out)
}
