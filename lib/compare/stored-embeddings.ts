import type pg from 'pg'
import { type Embedded, vectorBytes, vectorOf } from '#lib/compare/meaning.ts'
import { insertMany } from '#lib/db/bulk.ts'

/** Stores the vectors of these articles, when the articles are there. */
export async function storeEmbeddings(
  client: pg.ClientBase,
  articleIds: readonly string[],
  { model, vectors }: Embedded,
): Promise<void> {
  const rows = articleIds.flatMap((id) => {
    const vector = vectors.get(id)
    return vector ? [{ id, vector }] : []
  })
  await insertMany(
    client,
    'article_embedding',
    rows,
    [
      { name: 'article_id', type: 'uuid', value: (r) => r.id },
      { name: 'model', type: 'text', value: () => model },
      { name: 'vector', type: 'bytea', value: (r) => vectorBytes(r.vector) },
    ],
    'ON CONFLICT DO NOTHING',
  )
}

/** The vectors that articles have, each model's by itself: of the texts as they arrived. */
export async function storedEmbeddings(client: pg.ClientBase, articleIds: readonly string[]): Promise<Embedded[]> {
  const { rows } = await client.query<{ id: string; model: string; vector: Buffer }>(
    'SELECT article_id AS id, model, vector FROM article_embedding WHERE article_id = ANY($1::uuid[])',
    [articleIds],
  )
  const byModel = Map.groupBy(rows, (row) => row.model)
  return [...byModel].map(([model, ofModel]) => ({
    model,
    vectors: new Map(ofModel.map(({ id, vector }) => [id, vectorOf(vector)])),
  }))
}
