import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll } from 'vitest'
import { foldText } from '#lib/text/fold.ts'

/**
 * Import this before anything of lib: an embedding provider on 127.0.0.1, configured as an operator does it. It knows
 * things by their words in three languages, and a text is what it speaks of.
 */
const THINGS = [
  'دب ours bear',
  'نحال apiculteur beekeeper',
  'خلايا ruche hive',
  'عسل miel honey',
  'جبل montagne mountain',
  'نحل abeille bees',
  'هجوم attaque attack',
  'جنود soldat soldier',
  'قريه village hamlet',
  'معرض exposition gallery',
  'لوح tableau painting',
  'رسام peintre painter',
].map((words) => words.split(' '))

/** What a text speaks of, one number for each thing, and one that every text has. */
export function conceptVector(text: string): number[] {
  const words = foldText(text).split(/[^\p{L}]+/u)
  const speaksOf = (stem: string) =>
    words.some(
      (word) =>
        word.startsWith(stem) ||
        (/^(?:[وبل]?ال|[وبل])/.test(word) && word.replace(/^[وبل]?(?:ال)?/, '').startsWith(stem)),
    )
  return [...THINGS.map((stems) => (stems.some(speaksOf) ? 3 : 0)), 1]
}

type Asked = { model: string; input: string[]; authorization: string | undefined }
type Respond = (response: ServerResponse, asked: Asked) => void

/** The shape that is answered where all is well, in another order than asked: `index` says which is which. */
export const answering: Respond = (response, { model, input }) => {
  const data = input.map((text, index) => ({ object: 'embedding', index, embedding: conceptVector(text) })).reverse()
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ object: 'list', model, data, usage: { prompt_tokens: 1, total_tokens: 1 } }))
}

/** What it was asked, and how it answers; both may be changed between requests. */
export const embeddings = { asked: [] as Asked[], respond: answering }
export const KEY = 'key-of-the-tests'

const server = createServer(async (request, response) => {
  const body = await buffer(request)
  const asked = { ...JSON.parse(body.toString('utf8')), authorization: request.headers.authorization } as Asked
  embeddings.asked.push(asked)
  embeddings.respond(response, asked)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
export const embeddingsUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/embeddings`
process.env.MIRQAB_EMBEDDINGS_URL = embeddingsUrl
process.env.MIRQAB_EMBEDDINGS_MODEL = 'things-1'
process.env.MIRQAB_EMBEDDINGS_KEY = KEY

afterAll(() => {
  server.closeAllConnections()
  server.close()
})
