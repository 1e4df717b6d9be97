import { ApiProblem } from '#lib/api/problem.ts'

/**
 * The key by which a sender names a request, so that sending it twice delivers once
 * (draft-ietf-httpapi-idempotency-key-header: a string in quotes; what most clients send is the bare word).
 * @throws ApiProblem key-form
 */
export function idempotencyKey(header: string | null): string | null {
  if (header === null) return null
  const key = /^"([\x20\x21\x23-\x5b\x5d-\x7e]{1,200})"$|^([\x21\x23-\x7e]{1,200})$/.exec(header.trim())
  if (!key) throw new ApiProblem('key-form')
  return key[1] ?? key[2] ?? null
}
