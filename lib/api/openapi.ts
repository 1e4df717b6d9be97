import { z } from 'zod'
import { ACCEPTED, BATCH_STATUS, DOCUMENT_STATUS, INVALID, ONE_DOCUMENT, TWO_DOCUMENTS } from '#lib/api/examples.ts'
import { PROBLEMS, type ProblemKey } from '#lib/api/problem.ts'
import { MOST_BYTES, MOST_DOCUMENTS } from '#lib/api/schemas.ts'

/** Named by their `id` in schemas.ts. */
type SchemaName = 'Document' | 'Documents' | 'Accepted' | 'Batch' | 'DocumentStatus' | 'Problem'

/**
 * The interface for programs as OpenAPI 3.1. Its schemas are made out of those that parse the requests, its problems
 * out of those that are sent.
 */
export function openApi() {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Mirqab',
      version: '1',
      summary: 'Hand in documents, and ask what became of them.',
      description: ABOUT,
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths: {
      '/api/v1/documents': { post: DELIVER },
      '/api/v1/documents/{id}': {
        get: asking('getDocument', 'What became of one document', 'DocumentStatus', DOCUMENT_STATUS),
      },
      '/api/v1/batches/{id}': {
        get: asking('getBatch', 'What became of a batch or of one delivery in it', 'Batch', BATCH_STATUS, [
          query('file', 'Only this delivery: the `fileId` of its answer.'),
          query('after', 'Problems after the one of this document; `next` in the answer has it.'),
        ]),
      },
    },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token that an admin of the desk has made.' },
      },
      schemas: schemas(),
    },
    'x-problems': PROBLEMS,
  }
}

const ABOUT = `Documents are stored at once and read a moment later: each answer says where to ask for the outcome.
All that one token delivers in a day is gathered in one batch, which an admin sees, and can undo, on the desk.
Nothing is taken twice: what has the same bytes or the same address as something here is told as \`already\`.
Send an \`Idempotency-Key\` with each delivery, and send it again with the same key where the answer was lost: keys are
kept for 24 hours at least. How many documents a minute a token may send is in \`RateLimit-Policy\`, what is left of it in
\`RateLimit\`; a file counts as one.`

const DELIVER = {
  operationId: 'deliver',
  summary: 'Hand in documents or a file',
  description: `One document, up to ${MOST_DOCUMENTS} of them, or any one file that the upload screen takes (html, xml, feeds, csv, jsonl, docx, pdf, eml, warc, zip, …), up to ${MOST_BYTES >> 20} MB.`,
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      description: 'Names the delivery, so that sending it again does not deliver it again.',
      schema: { type: 'string', maxLength: 202 },
      example: '"8e03978e-40d5-43dd-bc93-6894a57f9324"',
    },
    query('name', 'What the file is called; Content-Disposition says it too. Of no meaning for JSON.', {
      type: 'string',
    }),
  ],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: { oneOf: [ref('Document'), ref('Documents')] },
        examples: { one: { value: ONE_DOCUMENT }, several: { value: TWO_DOCUMENTS } },
      },
      '*/*': { schema: { description: 'A file as it is, with its own Content-Type.' } },
    },
  },
  responses: {
    202: {
      description: 'Stored.',
      headers: { Location: header('Where to ask for the outcome.'), ...rateHeaders() },
      content: json('Accepted', ACCEPTED),
    },
    ...refusals(
      ['not-json', 'empty', 'key-form'],
      ['no-token'],
      ['not-allowed'],
      ['key-in-flight'],
      ['too-large'],
      ['media-type'],
    ),
    422: {
      ...refusal(['invalid', 'key-reused', 'too-many-documents']),
      content: { 'application/problem+json': { schema: ref('Problem'), example: INVALID } },
    },
    429: { ...refusal(['too-fast']), headers: { 'Retry-After': header('Seconds.'), ...rateHeaders() } },
    ...refusals(['internal']),
  },
}

function asking(operationId: string, summary: string, schema: SchemaName, example: object, more: object[] = []) {
  return {
    operationId,
    summary,
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }, ...more],
    responses: {
      200: { description: summary, content: json(schema, example) },
      ...refusals(['no-token'], ['not-allowed'], ['not-found'], ['internal']),
    },
  }
}

/** Problems by their status; those in one list share it. */
function refusals(...groups: ProblemKey[][]) {
  return Object.fromEntries(groups.map((keys) => [PROBLEMS[keys[0] ?? 'internal'].status, refusal(keys)]))
}

function refusal(keys: ProblemKey[]) {
  return {
    description: keys.map((key) => `${key}: ${PROBLEMS[key].title}.`).join(' '),
    content: { 'application/problem+json': { schema: ref('Problem') } },
  }
}

function json(schema: SchemaName, example: object) {
  return { 'application/json': { schema: ref(schema), example } }
}

function ref(name: SchemaName) {
  return { $ref: `#/components/schemas/${name}` }
}

function header(description: string) {
  return { description, schema: { type: 'string' } }
}

function rateHeaders() {
  return {
    'RateLimit-Policy': header('The allowance: `"documents";q=600;w=60`.'),
    RateLimit: header('What is left of it, and for how many seconds: `"documents";r=599;t=42`.'),
  }
}

function query(name: string, description: string, schema: object = { type: 'string', format: 'uuid' }) {
  return { name, in: 'query', description, schema }
}

/** All that have a name, each referring to the others by it. */
function schemas(): Record<string, object> {
  // As input: an answer may say more one day, and its readers are not to mind.
  const named = z.toJSONSchema(z.globalRegistry, { io: 'input', uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(
    Object.entries(named.schemas).map(([id, { $schema, $id, id: _, ...schema }]) => [id, schema]),
  )
}
