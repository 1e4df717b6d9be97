import { z } from 'zod'

/**
 * What the Web Annotation Data Model asks of an annotation (https://www.w3.org/TR/annotation-model/, "must" in 3 to 5),
 * strict where it is strict and open where it is open. The examples of its drafts name a few properties otherwise.
 */
const several = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)])
const Iri = z.string().refine((value) => URL.canParse(value), 'an IRI')
const Language = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
const Moment = z.iso.datetime({ offset: true })
const MOTIVATIONS =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging reviewing'
const Motivation = z.enum(MOTIVATIONS.split(' ')).or(z.string().startsWith('http')).or(z.string().startsWith('oa:'))
const DRAFT_SELECTORS = ['DataPositionSelector', 'List', 'Choice', 'Composite']

const Agent = z.union([
  Iri,
  z.looseObject({ id: Iri.optional(), type: several(z.string()).optional(), name: several(z.string()).optional() }),
])
const selectorOfType = (type: string, shape: z.ZodRawShape) =>
  z.looseObject({ type: several(z.string()), ...shape }).refine(({ type: is }) => [is].flat().includes(type))
const Units = z.number().int().nonnegative()
const Selector = z.union([
  Iri,
  selectorOfType('TextPositionSelector', { start: Units, end: Units }).refine(
    (s) => (s.start as number) <= (s.end as number),
  ),
  selectorOfType('TextQuoteSelector', {
    exact: z.string(),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
  }),
  selectorOfType('FragmentSelector', { value: z.string() }),
  selectorOfType('CssSelector', { value: z.string() }),
  selectorOfType('XPathSelector', { value: z.string() }),
  selectorOfType('SvgSelector', {}),
  selectorOfType('RangeSelector', { startSelector: z.unknown(), endSelector: z.unknown() }),
  selectorOfType('DataPositionSelector', { start: Units, end: Units }),
  z.looseObject({ type: several(z.enum(DRAFT_SELECTORS)) }),
])
const Resource = z.union([
  Iri,
  z
    .looseObject({
      id: Iri.optional(),
      type: several(z.string()).optional(),
      value: z.string().optional(),
      language: several(Language).optional(),
      purpose: several(Motivation).optional(),
      source: z.union([Iri, z.looseObject({})]).optional(),
      selector: several(Selector).optional(),
    })
    // A resource is at an address, carries its text, is part of another, or is several.
    .refine((one) => ['id', 'value', 'source', 'items', 'text', 'members', 'item'].some((name) => name in one))
    .refine((one) => !('selector' in one) || 'source' in one, 'a selector selects of a source')
    .refine((one) => one.type !== 'TextualBody' || one.value !== undefined, 'a textual body has its text'),
])

const Context = several(z.union([z.string(), z.looseObject({})])).refine((context) =>
  [context].flat().includes('http://www.w3.org/ns/anno.jsonld'),
)

const Item = z.looseObject({
  id: Iri,
  type: several(z.string()).refine((type) => [type].flat().includes('Annotation')),
  motivation: several(Motivation).optional(),
  creator: several(Agent).optional(),
  created: Moment.optional(),
  modified: Moment.optional(),
  body: several(Resource).optional(),
  bodyValue: z.string().optional(),
  target: several(Resource),
})

export const AnnotationModel = Item.extend({ '@context': Context })

const Page = z.looseObject({
  id: Iri,
  type: z.literal('AnnotationPage'),
  partOf: z.union([Iri, z.looseObject({ id: Iri })]).optional(),
  next: Iri.optional(),
  startIndex: Units.optional(),
  items: z.array(Item),
})
export const PageModel = Page.extend({ '@context': Context })

export const CollectionModel = z.looseObject({
  '@context': Context,
  id: Iri,
  type: z.literal('AnnotationCollection'),
  label: z.string().optional(),
  total: Units,
  first: z.union([Iri, Page]),
})
