import { Facets } from '#app/(desk)/desk/_components/facets.tsx'
import type { Facets as Counted } from '#lib/articles/count-facets.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

type Props = { ctx: Context; counted: Promise<Counted>; filter: ArticleFilter }

/** Counting takes longer than listing: the column comes when it is ready and the list does not wait for it. */
export async function CountedFacets({ ctx, counted, filter }: Props) {
  const [facets, i18n] = await Promise.all([counted, requestI18n()])
  return <Facets counted={facets} filter={filter} now={ctx.now()} i18n={i18n} />
}
