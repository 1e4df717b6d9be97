import type { Delivery } from '#lib/api/deliver.ts'
import { parseDocuments } from '#lib/api/parse-documents.ts'
import { ApiProblem } from '#lib/api/problem.ts'
import { MOST_BYTES } from '#lib/api/schemas.ts'
import { deliveryPath } from '#lib/batches/delivery-path.ts'
import { endingOf } from '#lib/core/answer.ts'
import { fileName } from '#lib/web/file-name.ts'
import { wholeBody } from '#lib/web/whole-body.ts'

/** What `curl -d` and `curl -F` say where nobody told them otherwise: the documents would be wrapped in something else. */
const FORMS = /^(?:multipart\/|application\/x-www-form-urlencoded$)/

/**
 * What a program delivers: documents where it says JSON, any other body is a file as it is.
 * @throws ApiProblem media-type, empty, not-json, invalid; AppError tooLarge
 */
export async function readDelivery(request: Request, now: Date): Promise<Delivery> {
  const { headers } = request
  const type = (headers.get('content-type') ?? 'application/octet-stream').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const isPlain = /^(?:identity)?$/i.test(headers.get('content-encoding') ?? '')
  if (FORMS.test(type) || !isPlain) throw new ApiProblem('media-type')
  const bytes = await wholeBody(request, MOST_BYTES)
  if (bytes.length === 0) throw new ApiProblem('empty')
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  if (type === 'application/json') return { path: `${stamp}.json`, bytes, documents: parseDocuments(bytes) }
  const name = fileName(request) ?? `${stamp}${type === 'text/plain' ? '.txt' : endingOf(type)}`
  return { path: deliveryPath(name), bytes }
}
