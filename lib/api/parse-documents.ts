import type { z } from 'zod'
import { ApiProblem, type BodyError } from '#lib/api/problem.ts'
import { DocumentInput, DocumentsInput } from '#lib/api/schemas.ts'

/** Errors that one answer lists: the rest is of the same kind. */
const MOST_ERRORS = 50

/** The documents of a body: one, or `{documents: […]}`. @throws ApiProblem not-json, invalid */
export function parseDocuments(bytes: Uint8Array): DocumentInput[] {
  const value = jsonOf(bytes)
  const isList = typeof value === 'object' && value !== null && 'documents' in value
  const parsed = isList ? DocumentsInput.safeParse(value) : DocumentInput.safeParse(value)
  if (!parsed.success) throw new ApiProblem('invalid', { errors: errorsOf(parsed.error).slice(0, MOST_ERRORS) })
  return 'documents' in parsed.data ? parsed.data.documents : [parsed.data]
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new ApiProblem('not-json')
  }
}

/** A key that is not known stands at its own place, not at that of the object around it. */
const errorsOf = (error: z.ZodError): BodyError[] =>
  error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ pointer: pointer(issue.path), detail: issue.message }]
    return issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), detail: 'there is no such field' }))
  })

/** RFC 6901, as a URI fragment. */
const pointer = (path: readonly PropertyKey[]): string =>
  `#${path.map((part) => `/${encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1').toWellFormed())}`).join('')}`
