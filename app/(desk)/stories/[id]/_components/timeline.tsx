import type { TimelineEntry, Timeline as Told } from '#app/(desk)/stories/[id]/_components/timeline-of.ts'
import { splitStoryAction } from '#app/(desk)/stories/actions.ts'
import { ArticleItem } from '#components/article/article-item.tsx'
import { OriginLine } from '#components/article/origin-line.tsx'
import { ReasonInput } from '#components/article/reason-input.tsx'
import { firstOf } from '#components/article/who-first.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Fold } from '#components/ui/fold.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'

type Props = { storyId: string; timeline: Told; i18n: I18n }

/** The texts of a story by time, each with its copies folded; what is chosen can be split off. */
export function Timeline({ storyId, timeline: { entries, told }, i18n }: Props) {
  const { t } = i18n
  return (
    <form action={splitStoryAction}>
      <input type="hidden" name="storyId" value={storyId} />
      <ol className="border-s-2 border-edge">
        {entries.map((entry) => (
          <Entry key={entry.article.id} entry={entry} told={told} isOneOfSeveral={entries.length > 1} i18n={i18n} />
        ))}
      </ol>
      {entries.length > 1 && (
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <Button>{t('stories.split.submit')}</Button>
          <ReasonInput i18n={i18n} className="grow sm:max-w-xs" />
          <span className="text-sm text-muted">{t('stories.split.hint')}</span>
        </div>
      )}
    </form>
  )
}

type EntryProps = { entry: TimelineEntry; told: Told['told']; isOneOfSeveral: boolean; i18n: I18n }

function Entry({ entry: { article, copies }, told, isOneOfSeveral, i18n }: EntryProps) {
  const { t } = i18n
  const ofText = firstOf([article, ...copies])
  const title = article.title ?? t('desk.noTitle')
  return (
    <li className="relative ps-5 pb-5 last:pb-0">
      <span
        aria-hidden="true"
        className="absolute -start-[7px] top-2 size-3 rounded-full border-2 border-accent bg-surface"
      />
      <div className="flex items-start gap-2">
        {isOneOfSeveral && (
          <label className="flex size-6 shrink-0 items-center justify-center">
            <input type="checkbox" name="articleIds[]" value={article.id} className="size-4 accent-accent" />
            <span className="sr-only">{t('stories.split.choose', { title })}</span>
          </label>
        )}
        <div className="min-w-0 grow space-y-0.5">
          <ArticleItem article={article} i18n={i18n}>
            {isOneOfSeveral && article === told.first && <Badge tone="good">{t('stories.firstReport')}</Badge>}
          </ArticleItem>
          <OriginLine article={article} told={told} i18n={i18n} />
          {copies.length > 0 && (
            <Fold summary={t('stories.copies', { count: copies.length })}>
              <ul className="space-y-1 border-s-2 border-edge ps-3">
                {copies.map((copy) => (
                  <li key={copy.id}>
                    <ArticleItem article={copy} i18n={i18n} />
                    <OriginLine article={copy} told={ofText} i18n={i18n} />
                  </li>
                ))}
              </ul>
            </Fold>
          )}
        </div>
      </div>
    </li>
  )
}
