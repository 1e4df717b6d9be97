import { z } from 'zod'
import { EntityListParams } from '#app/(desk)/entities/search-params.ts'
import type { NewNameCursor, NewNameFilter } from '#lib/tag/new-names/list-new-names.ts'

const Cursor = z.tuple([
  z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  z.uuid(),
])

export const NewNamesParams = EntityListParams.pick({ q: true, kind: true }).extend({
  /** The last name of the page before. */
  after: z
    .string()
    .transform((value, ctx): NewNameCursor => {
      const parsed = Cursor.safeParse(value.split('~'))
      if (!parsed.success) {
        ctx.addIssue('no cursor')
        return z.NEVER
      }
      return { articles: parsed.data[0], id: parsed.data[1] }
    })
    .optional()
    .catch(undefined),
})

export const NEW_NAMES = '/entities/new-names'

/** What the address says for "after this name". Pure. */
export const cursorOf = ({ articles, id }: NewNameCursor): string => `${articles}~${id}`

/** The address of the list after this name. Pure. */
export function newNamesLink({ q, kind }: NewNameFilter, after: NewNameCursor | undefined): string {
  const given = Object.entries({ q, kind, after: after && cursorOf(after) })
  const query = new URLSearchParams(given.filter((pair): pair is [string, string] => Boolean(pair[1])))
  return query.size > 0 ? `${NEW_NAMES}?${query}` : NEW_NAMES
}
