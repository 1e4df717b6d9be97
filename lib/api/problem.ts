/**
 * What can go wrong with a request of a program, as RFC 9457 wants it told. Each says what to do: whoever reads it
 * may have nobody to ask.
 */
export const PROBLEMS = {
  'no-token': {
    status: 401,
    title: 'No token, or one that is not known',
    wayOut: 'Send "Authorization: Bearer mq_…" with a token of this desk. An admin makes one under "API tokens".',
  },
  'not-allowed': {
    status: 403,
    title: 'The token may not do this',
    wayOut: 'Whoever made it is no admin any more. Ask an admin for another token.',
  },
  'not-found': {
    status: 404,
    title: 'Nothing of this token has this id',
    wayOut: 'Ask for the ids that the delivery was answered with, with the token that it was sent with.',
  },
  'too-large': {
    status: 413,
    title: 'The body is too large',
    wayOut:
      'Send fewer documents at once. Larger files go through the upload screen, the watched folder or mirqab import.',
  },
  'media-type': {
    status: 415,
    title: 'The body is of a kind that is not taken',
    wayOut: 'Send documents as application/json, or one file as it is with its own Content-Type and ?name=.',
  },
  'not-json': {
    status: 400,
    title: 'The body is no JSON',
    wayOut: 'Send one JSON object in UTF-8.',
  },
  empty: {
    status: 400,
    title: 'The body is empty',
    wayOut: 'Send a document, a list of documents, or a file.',
  },
  invalid: {
    status: 422,
    title: 'Something in the body is not right; nothing of it was taken',
    wayOut: 'Correct what "errors" names and send everything again.',
  },
  'too-many-documents': {
    status: 422,
    title: 'More documents than the token may send in a minute',
    wayOut: 'Send fewer at once, or ask an admin for a token with a higher limit.',
  },
  'too-fast': {
    status: 429,
    title: 'The token has used up this minute',
    wayOut: 'Send the same request again after the seconds of Retry-After.',
  },
  'key-form': {
    status: 400,
    title: 'The Idempotency-Key has a wrong form',
    wayOut: 'Send 1 to 200 visible ASCII characters, such as a UUID, alone or in double quotes.',
  },
  'key-reused': {
    status: 422,
    title: 'The Idempotency-Key belongs to another body',
    wayOut: 'Send each delivery with a key of its own; repeat a key only with the very same bytes.',
  },
  'key-in-flight': {
    status: 409,
    title: 'A request with this Idempotency-Key is being answered right now',
    wayOut: 'Send the same request again in some seconds.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong here',
    wayOut: 'It was logged. Send the same request with the same Idempotency-Key again; if it stays, tell an admin.',
  },
} as const satisfies Record<string, { status: number; title: string; wayOut: string }>

export type ProblemKey = keyof typeof PROBLEMS
/** What is wrong in the body, and where: a JSON pointer as a URI fragment, `#/documents/3/text`. */
export type BodyError = { pointer: string; detail: string }

/** Ends a request with its problem. */
export class ApiProblem extends Error {
  readonly key: ProblemKey
  readonly errors: BodyError[]
  readonly headers: Record<string, string>

  constructor(
    key: ProblemKey,
    { errors = [], headers = {} }: { errors?: BodyError[]; headers?: Record<string, string> } = {},
  ) {
    super(key)
    this.name = 'ApiProblem'
    this.key = key
    this.errors = errors
    this.headers = headers
  }
}

/** Where the description of the interface tells of a problem. */
export const problemType = (key: ProblemKey): string => `/api/v1/openapi.json#/x-problems/${key}`

/** A problem as it is sent. */
export function problemBody({ key, errors }: ApiProblem) {
  const { status, title, wayOut } = PROBLEMS[key]
  return { type: problemType(key), title, status, detail: wayOut, ...(errors.length > 0 ? { errors } : {}) }
}
