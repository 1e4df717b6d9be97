import { expect, test } from 'vitest'
import { z } from 'zod'
import { GET } from '#app/api/v1/openapi.json/route.ts'
import { ACCEPTED, BATCH_STATUS, DOCUMENT_STATUS, INVALID, ONE_DOCUMENT, TWO_DOCUMENTS } from '#lib/api/examples.ts'
import { idempotencyKey } from '#lib/api/idempotency-key.ts'
import { parseDocuments } from '#lib/api/parse-documents.ts'
import { ApiProblem, PROBLEMS, type ProblemKey, problemBody } from '#lib/api/problem.ts'
import { Accepted, BatchStatus, DocumentStatus, Problem } from '#lib/api/schemas.ts'

type Json = Record<string, unknown>
type Operation = {
  requestBody?: { content: Record<string, { examples?: Record<string, { value: unknown }> }> }
  responses: Record<string, unknown>
}

const served = async () =>
  (await GET().json()) as Json & {
    paths: Record<string, Record<string, Operation>>
    components: { schemas: Json }
    'x-problems': Json
  }

/** Every place of a document that holds this key. */
function* valuesOf(key: string, value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inside] of Object.entries(value)) {
    if (name === key) yield inside
    yield* valuesOf(key, inside)
  }
}

/** A schema of the document as something that checks values: independent of the schemas that it was made from. */
async function checker(name: string): Promise<z.ZodType> {
  const { components } = await served()
  const local = JSON.stringify(components.schemas).replaceAll('#/components/schemas/', '#/$defs/')
  return z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: JSON.parse(local) })
}

test('the description is OpenAPI 3.1, and each of its references leads somewhere', async () => {
  const document = await served()
  expect(document.openapi).toMatch(/^3\.1\./)
  const references = [...valuesOf('$ref', document)] as string[]
  expect(references.length).toBeGreaterThan(5)
  for (const reference of references) {
    const found = reference
      .split('/')
      .slice(1)
      .reduce<unknown>((value, part) => (value as Json)[part], document)
    expect(found, reference).toBeTypeOf('object')
  }
  const ids = [...valuesOf('operationId', document)]
  expect(new Set(ids).size).toBe(ids.length)
})

test('the documents it shows are taken as they stand', async () => {
  const { paths } = await served()
  const shown = paths['/api/v1/documents']?.post?.requestBody?.content['application/json']?.examples ?? {}
  const parsed = Object.values(shown).map(({ value }) => parseDocuments(Buffer.from(JSON.stringify(value))))
  expect(parsed).toEqual([[ONE_DOCUMENT], TWO_DOCUMENTS.documents])
})

test.each([
  ['Document', ONE_DOCUMENT],
  ['Documents', TWO_DOCUMENTS],
  ['Accepted', ACCEPTED],
  ['Batch', BATCH_STATUS],
  ['DocumentStatus', DOCUMENT_STATUS],
  ['Problem', INVALID],
])('the example of %s is what its schema in the description says', async (name, example) => {
  const schema = await checker(name)
  expect(schema.safeParse(example)).toMatchObject({ success: true })
  expect(
    schema.safeParse({ ...example, ...Object.fromEntries(Object.keys(example).map((key) => [key, { wrong: 1 }])) }),
  ).toMatchObject({ success: false })
})

test('the answers it shows have the very fields that are sent', () => {
  for (const [schema, example] of [
    [Accepted, ACCEPTED],
    [BatchStatus, BATCH_STATUS],
    [DocumentStatus, DOCUMENT_STATUS],
    [Problem, INVALID],
  ] as const)
    expect(schema.strict().safeParse(example)).toMatchObject({ success: true })
})

test('the refusal it shows is the one that such a body gets', () => {
  const body = { documents: [ONE_DOCUMENT, { title: 'عنوان وحده' }] }
  expect(() => parseDocuments(Buffer.from(JSON.stringify(body)))).toThrow(ApiProblem)
  try {
    parseDocuments(Buffer.from(JSON.stringify(body)))
  } catch (error) {
    expect(problemBody(error as ApiProblem)).toEqual(INVALID)
  }
})

test('every problem is one that the description tells of, and its type leads to it', async () => {
  const document = await served()
  const statuses = Object.keys(document.paths['/api/v1/documents']?.post?.responses ?? {})
  for (const key of Object.keys(PROBLEMS) as ProblemKey[]) {
    const body = Problem.strict().parse(problemBody(new ApiProblem(key)))
    expect(body.type).toBe(`/api/v1/openapi.json#/x-problems/${key}`)
    expect(document['x-problems'][key]).toMatchObject({ status: body.status, wayOut: body.detail })
    if (key !== 'not-found') expect(statuses).toContain(String(body.status))
  }
})

test.each([
  ['{"documents":[{"text":"a"},{"text":5}]}', ['#/documents/1/text']],
  ['{"documents":[{"text":"a"}],"more":1}', ['#/more']],
  ['{"text":"a","a/b~c":1,"عنوان":2}', ['#/a~1b~0c', '#/%D8%B9%D9%86%D9%88%D8%A7%D9%86']],
  ['{"text":" \\u0000 "}', ['#/text']],
  ['{"text":"a","address":"javascript:alert(1)"}', ['#/address']],
  ['"text"', ['#']],
  ['null', ['#']],
])('what is wrong in %s is told with its place', (body, pointers) => {
  let problem: unknown
  try {
    parseDocuments(Buffer.from(body))
  } catch (error) {
    problem = error
  }
  expect((problem as ApiProblem).errors.map(({ pointer }) => pointer)).toEqual(pointers)
})

test('an answer lists fifty mistakes, not five hundred', () => {
  const body = JSON.stringify({ documents: Array.from({ length: 500 }, () => ({ title: 'x' })) })
  expect(() => parseDocuments(Buffer.from(body))).toThrow(
    expect.objectContaining({ errors: expect.toSatisfy((errors: unknown[]) => errors.length === 50) }),
  )
})

test.each([
  ['"8e03978e-40d5"', '8e03978e-40d5'],
  ['8e03978e-40d5', '8e03978e-40d5'],
  ['"two words"', 'two words'],
])('the key in %s is %s', (header, key) => {
  expect(idempotencyKey(header)).toBe(key)
})

test.each(['', '""', 'two words', '"open', 'ключ', 'x'.repeat(201)])('%s is no key', (header) => {
  expect(() => idempotencyKey(header)).toThrow(ApiProblem)
})
