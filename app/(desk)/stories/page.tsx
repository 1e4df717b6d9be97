import type { Metadata } from 'next'
import Link from 'next/link'
import { StoriesParams, storiesLink } from '#app/(desk)/stories/search-params.ts'
import { StoryTitle } from '#components/article/story-title.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Input } from '#components/ui/field.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { parseQuery } from '#lib/search/parse-query.ts'
import { toTsquery } from '#lib/search/tsquery.ts'
import { listStories } from '#lib/stories/list-stories.ts'
import { pageContext } from '#lib/web/page-context.ts'

const PAGE = 40

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestI18n()).t('stories.title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StoriesPage({ searchParams }: Props) {
  const [ctx, given, { t, ...i18n }] = await Promise.all([pageContext(), searchParams, requestI18n()])
  const params = StoriesParams.parse(given)
  const { q, several, after } = params
  const tsquery = q ? toTsquery(parseQuery(q), 'all') : undefined
  const found = await listStories(ctx, { tsquery, several: several === '1', after, limit: PAGE + 1 })
  const stories = found.slice(0, PAGE)
  const last = found.length > PAGE ? stories.at(-1) : undefined
  const views = [
    [undefined, t('stories.all')],
    ['1', t('stories.several')],
  ] as const
  return (
    <Page title={t('stories.title')}>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <form action="/stories" role="search" className="flex grow gap-2 sm:max-w-md">
          {several && <input type="hidden" name="several" value="1" />}
          <label className="grow">
            <span className="sr-only">{t('stories.search')}</span>
            <Input
              type="search"
              name="q"
              defaultValue={q}
              placeholder={t('stories.search')}
              aria-keyshortcuts="/"
              dir="auto"
            />
          </label>
          <Button>{t('stories.submit')}</Button>
        </form>
        <nav aria-label={t('stories.views')} className="flex gap-1">
          {views.map(([value, label]) => (
            <Link
              key={label}
              href={storiesLink({ q, several: value })}
              prefetch={false}
              {...(several === value ? { 'aria-current': 'page' as const } : {})}
              className={`rounded-md px-2.5 py-1 ${several === value ? 'bg-accent-soft font-semibold text-accent' : 'hover:bg-raised'}`}
            >
              {label}
            </Link>
          ))}
        </nav>
      </div>
      {stories.length === 0 && q && (
        <Empty
          next={
            <Link href={storiesLink({ several })} className={buttonClass()}>
              {t('stories.clear')}
            </Link>
          }
        >
          {t('stories.notFound', { q })}
        </Empty>
      )}
      {stories.length === 0 && !q && (
        <Empty
          next={
            <Link href="/desk" className={buttonClass('primary')}>
              {t('stories.emptyNext')}
            </Link>
          }
        >
          {t('stories.empty')}
        </Empty>
      )}
      {stories.length > 0 && (
        <ol aria-label={t('stories.list')} className="divide-y divide-edge rounded-lg border border-edge bg-surface">
          {stories.map((story) => (
            <li key={story.id} className="flex items-start gap-3 px-4 py-2.5">
              <div className="min-w-0 grow">
                <StoryTitle story={story} i18n={{ t, ...i18n }} />
              </div>
              {story.lockedAt && <Badge>{t('stories.locked')}</Badge>}
            </li>
          ))}
        </ol>
      )}
      {(last || after) && (
        <nav aria-label={t('stories.pages')} className="mt-4 flex gap-3">
          {after && (
            <Link href={storiesLink({ q, several })} prefetch={false} className={buttonClass()}>
              {t('stories.first')}
            </Link>
          )}
          {last && (
            <Link
              href={storiesLink({ q, several, after: last })}
              prefetch={false}
              aria-keyshortcuts="]"
              className={buttonClass()}
            >
              {t('stories.older')}
            </Link>
          )}
        </nav>
      )}
    </Page>
  )
}
