import { z } from 'zod'

const optional = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined)

/** What of an article is open: shareable, and harmless where it makes no sense. */
export const ArticleParams = z.object({
  /** The copy whose difference is shown. */
  copy: optional(z.uuid()),
  /** `text`: title and text as a form. */
  edit: optional(z.literal('text')),
  /** Words of a story to move the article to. */
  find: optional(z.string().trim().min(1).max(200)),
})
export type ArticleParams = z.output<typeof ArticleParams>

/** An article's own address, with what of it is open. */
export const articleLink = (id: string, { edit, copy, find }: ArticleParams): string => {
  const params = new URLSearchParams(
    Object.entries({ edit, copy, find }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  return params.size > 0 ? `/articles/${id}?${params}` : `/articles/${id}`
}
