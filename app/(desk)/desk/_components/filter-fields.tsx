import { filterParams } from '#lib/core/filter-params.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'

type Props = { filter: ArticleFilter; except: readonly (keyof ArticleFilter)[]; sort?: string }

/** The filters in use as hidden fields, so that a form of its own adds to them. */
export const FilterFields = ({ filter, except, sort }: Props) => (
  <>
    {Object.entries(filterParams(filter)).map(
      ([name, value]) =>
        value &&
        !except.includes(name as keyof ArticleFilter) && <input key={name} type="hidden" name={name} value={value} />,
    )}
    {sort && <input type="hidden" name="sort" value={sort} />}
  </>
)
