import Link from 'next/link'
import type { ArticleParams } from '#app/(desk)/articles/[id]/search-params.ts'
import { moveToStoryAction } from '#app/(desk)/articles/actions.ts'
import { splitStoryAction } from '#app/(desk)/stories/actions.ts'
import { ArticleItem } from '#components/article/article-item.tsx'
import { FoundStories } from '#components/article/found-stories.tsx'
import { NoDefaultButton, ReasonInput } from '#components/article/reason-input.tsx'
import { Button } from '#components/ui/button.tsx'
import { Input } from '#components/ui/field.tsx'
import { Fold } from '#components/ui/fold.tsx'
import { Panel } from '#components/ui/page.tsx'
import type { ArticleView } from '#lib/articles/get-article.ts'
import type { StoryArticle } from '#lib/articles/list-story-articles.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { StoryLine } from '#lib/stories/list-stories.ts'

type Props = {
  article: ArticleView
  others: StoryArticle[]
  find: string | undefined
  found: StoryLine[]
  at: (params: ArticleParams) => string
  i18n: I18n
}

/** What else is told of the event, and the ways out of this story. */
export function StoryPanel({ article, others, find, found, at, i18n }: Props) {
  const { t } = i18n
  const { story } = article
  const [path, query] = at({}).split('?')
  return (
    <Panel title={t('article.story.title')}>
      {others.length === 0 ? (
        <p className="text-muted">
          {t(story && story.articleCount > 1 ? 'article.story.onlyCopies' : 'article.story.alone')}
        </p>
      ) : (
        <ul className="divide-y divide-edge">
          {others.slice(0, 12).map((other) => (
            <li key={other.id} className="py-1.5">
              <ArticleItem article={other} i18n={i18n} />
            </li>
          ))}
        </ul>
      )}
      {story && (
        <div className="mt-2 flex flex-wrap items-center gap-3">
          <Link
            href={`/stories/${story.id}`}
            prefetch={false}
            aria-keyshortcuts="s"
            className="inline-block min-h-6 text-sm font-semibold text-accent hover:underline"
          >
            {t('article.story.open')} ({t('article.story.others', { count: Math.max(0, story.articleCount - 1) })})
          </Link>
          {others.length > 0 && (
            <form action={splitStoryAction} className="flex grow gap-2">
              <input type="hidden" name="storyId" value={story.id} />
              <input type="hidden" name="articleIds[]" value={article.id} />
              <Button small title={t('article.story.split')} className="shrink-0">
                {t('article.story.parted')}
              </Button>
              <ReasonInput i18n={i18n} className="grow" />
            </form>
          )}
        </div>
      )}
      <div className="mt-2">
        <Fold summary={t('article.story.move')} open={find !== undefined}>
          <form action={path} className="flex gap-2">
            {[...new URLSearchParams(query)].map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <label className="grow">
              <span className="sr-only">{t('article.story.find')}</span>
              <Input
                type="search"
                name="find"
                defaultValue={find}
                placeholder={t('article.story.find')}
                dir="auto"
                required
              />
            </label>
            <Button>{t('article.story.search')}</Button>
          </form>
          {find !== undefined && found.length === 0 && <p className="mt-2 text-muted">{t('article.story.found')}</p>}
          {found.length > 0 && (
            <form action={moveToStoryAction} className="mt-2">
              <NoDefaultButton />
              <input type="hidden" name="articleIds[]" value={article.id} />
              <ReasonInput i18n={i18n} className="block" />
              <FoundStories stories={found} name="storyId" word={t('article.story.moveHere')} i18n={i18n} />
            </form>
          )}
        </Fold>
      </div>
    </Panel>
  )
}
