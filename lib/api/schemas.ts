import { z } from 'zod'
import { BatchState, DocumentState } from '#lib/db/generated/enums.ts'

/**
 * What programs send and get, stated once: requests are parsed by it, answers typed by it, and the description of the
 * interface (openapi.ts) is made out of it. A schema with an `id` has a name of its own there.
 */

/** Documents of one request: a scraper's page of results; 500 articles are some 2 MB. */
export const MOST_DOCUMENTS = 500
/** Bytes of one request, which stands in memory: a hundred of them at once are 2 GB. */
export const MOST_BYTES = 20 << 20

// PostgreSQL keeps neither NUL nor half a surrogate pair, and an id is given back in the answer. Without \p{…}: the
// pattern stands in the description too, and not every reader of it knows those.
const GIVEN_ID = /^[^\0-\x1f\x7f-\x9f\ud800-\udfff]+$/
const SOMETHING = /[^\s\0]/

export const DocumentInput = z
  .strictObject({
    title: z.string().max(2000).optional().meta({ description: 'The headline, where it is known.' }),
    text: z
      .string()
      .regex(SOMETHING)
      .optional()
      .meta({ description: 'The plain text of the article, or of its page.' }),
    html: z.string().regex(SOMETHING).optional().meta({
      description: 'The page or the part of it that holds the article; read instead of `text` where both are given.',
    }),
    address: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional()
      .meta({
        description: 'Where it was published. A document from an address that is here already is told as `already`.',
      }),
    publishedAt: z.string().max(200).optional().meta({
      description: 'When, as the page says it, in any way that news is dated; ISO 8601 with its zone leaves no doubt.',
    }),
    source: z.string().max(300).optional().meta({ description: 'Who published it: a name, an alias or a domain.' }),
    author: z.string().max(500).optional(),
    language: z
      .string()
      .max(35)
      .optional()
      .meta({ description: 'BCP 47. Without it the language is told by the text.' }),
    agency: z.string().max(300).optional().meta({ description: 'The news agency that it is from.' }),
    id: z.string().max(200).regex(GIVEN_ID).optional().meta({
      description: 'An id of the sender’s own; it comes back in the answer beside ours.',
    }),
  })
  .refine((document) => document.text !== undefined || document.html !== undefined, {
    error: 'a document needs its text or its html; a title alone is no article',
  })
  .meta({ id: 'Document', description: 'One article.', anyOf: [{ required: ['text'] }, { required: ['html'] }] })
export type DocumentInput = z.output<typeof DocumentInput>

export const DocumentsInput = z
  .strictObject({ documents: z.array(DocumentInput).min(1).max(MOST_DOCUMENTS) })
  .meta({ id: 'Documents', description: 'Several articles; all of them are taken or none.' })

const Link = z.string()
const Reason = z
  .object({
    key: z.string().meta({ description: 'Stays the same; for programs.' }),
    sentence: z.string().meta({ description: 'For people; may be worded better one day.' }),
  })
  .meta({ id: 'Reason' })

export const Accepted = z
  .object({
    batchId: z.uuid(),
    fileId: z.uuid().meta({ description: 'The body as it was sent, kept for good.' }),
    status: Link.meta({ description: 'The path on this server that tells what became of this delivery.' }),
    documents: z
      .array(z.object({ index: z.int(), id: z.uuid(), givenId: z.string().optional(), status: Link }))
      .meta({ description: 'In the order of the request. Empty for a file: it is opened later.' }),
  })
  .meta({ id: 'Accepted', description: 'Everything is stored; it is read from here on.' })
export type Accepted = z.output<typeof Accepted>

/** Where a document stood in what was handed in. */
const PLACE = {
  fileId: z.uuid().nullable(),
  path: z.string(),
  index: z.int().meta({ description: 'Its place in the request or in its file, from 0.' }),
}

export const BatchStatus = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state: z.enum(BatchState).meta({ description: 'Of the whole day’s batch: `done` when nothing of it waits.' }),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    documents: z.object({ waiting: z.int(), read: z.int(), already: z.int(), unreadable: z.int() }),
    files: z.object({ waiting: z.int(), opened: z.int(), failed: z.int() }),
    problems: z
      .array(
        z.object({
          documentId: z.uuid(),
          ...PLACE,
          line: z.int().nullable(),
          problem: Reason,
        }),
      )
      .meta({ description: 'Documents that could not be read, in the order of arrival, up to 100 at once.' }),
    failedFiles: z
      .array(z.object({ fileId: z.uuid(), path: z.string(), problem: Reason }))
      .meta({ description: 'Files that gave no document, up to 100.' }),
    next: Link.nullable().meta({ description: 'The path on this server where more problems are.' }),
  })
  .meta({ id: 'Batch', description: 'What became of a token’s deliveries of one day, or of one file among them.' })
export type BatchStatus = z.output<typeof BatchStatus>

export const DocumentStatus = z
  .object({
    id: z.uuid(),
    batchId: z.uuid(),
    ...PLACE,
    state: z
      .enum(DocumentState)
      .meta({ description: '`already`: the same bytes or the same address were here before.' }),
    receivedAt: z.iso.datetime(),
    article: z
      .object({
        id: z.uuid(),
        link: z.url().meta({ description: 'Its screen, for people of the desk.' }),
        isWithdrawn: z.boolean().meta({ description: 'Its batch was undone.' }),
      })
      .nullable(),
    problem: Reason.nullable(),
  })
  .meta({ id: 'DocumentStatus', description: 'What became of one document.' })
export type DocumentStatus = z.output<typeof DocumentStatus>

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What to do about it.' }),
    errors: z
      .array(
        z.object({
          pointer: z.string().meta({ description: 'JSON pointer into the body: `#/documents/3/text`.' }),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457.' })
