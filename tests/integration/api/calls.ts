import { beforeAll, beforeEach, expect } from 'vitest'
import { GET as getBatch } from '#app/api/v1/batches/[id]/route.ts'
import { GET as getDocument } from '#app/api/v1/documents/[id]/route.ts'
import { POST } from '#app/api/v1/documents/route.ts'
import { Accepted, Problem } from '#lib/api/schemas.ts'
import { createToken } from '#lib/tokens/create-token.ts'
import { contextOf } from '#tests/support/context.ts'

export type Sent = {
  body?: string | Uint8Array<ArrayBuffer>
  token?: string
  headers?: Record<string, string>
  query?: string
}

export const ADDRESS = 'http://localhost:3000/api/v1'

export const text = (who: string) =>
  `قال ${who} إن الأشغال تنطلق الأسبوع المقبل في المدينة، وإن الميزانية المخصصة لها بلغت مليار دينار.`
export const article = (who: string, more: object = {}) => ({
  title: `${who} يعلن موعد الأشغال`,
  text: text(who),
  ...more,
})

/** The program that calls: a token of the admin's, new for each test. */
export const caller = {} as { admin: Awaited<ReturnType<typeof contextOf>>; secret: string; tokenId: string }
beforeAll(async () => {
  caller.admin = await contextOf('admin')
})
beforeEach(() => callWith(600))

/** Calls with another token from here on. */
export async function callWith(documentsPerMinute: number): Promise<void> {
  Object.assign(caller, await createToken(caller.admin, { name: 'scraper', documentsPerMinute }))
}

export const send = ({ body = '', token = caller.secret, headers = {}, query = '' }: Sent) =>
  POST(
    new Request(`${ADDRESS}/documents${query}`, {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/json',
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
    }),
    { params: Promise.resolve({}) },
  )
export const sendJson = (value: unknown, sent: Sent = {}) => send({ ...sent, body: JSON.stringify(value) })

export async function accepted(response: Response): Promise<Accepted> {
  expect(response.status).toBe(202)
  return Accepted.strict().parse(await response.json())
}

export async function refused(response: Response, status: number, key: string) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const problem = Problem.strict().parse(await response.json())
  expect(problem).toMatchObject({ status, type: `/api/v1/openapi.json#/x-problems/${key}` })
  expect(response.status).toBe(status)
  return problem
}

export function ask(path: string, token = caller.secret) {
  const request = new Request(`http://localhost:3000${path}`, { headers: { Authorization: `Bearer ${token}` } })
  const id = new URL(request.url).pathname.split('/').at(-1) ?? ''
  return (path.includes('/batches/') ? getBatch : getDocument)(request, { params: Promise.resolve({ id }) })
}
