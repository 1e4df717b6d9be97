import Link from 'next/link'
import { matchesOf, tagLineOf } from '#app/(desk)/articles/[id]/_components/marks-of.ts'
import { TagKeys } from '#app/(desk)/articles/[id]/_components/tag-keys.tsx'
import { acceptSuggestedAction, decideTagsAction } from '#app/(desk)/articles/actions.ts'
import { type Learnt, learntOf } from '#components/article/learnt-of.ts'
import { Quoted } from '#components/article/quoted.tsx'
import { tagLabel } from '#components/article/tag-label.ts'
import { Button } from '#components/ui/button.tsx'
import { Fold } from '#components/ui/fold.tsx'
import { Panel } from '#components/ui/page.tsx'
import type { ArticleView } from '#lib/articles/get-article.ts'
import { deskLink } from '#lib/core/desk-link.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { isolate } from '#lib/i18n/isolate.ts'

type Tag = ArticleView['tags'][number]

/** Suggested, accepted and rejected tags, each with the words that justify it. */
export function TagsPanel({ article, i18n }: { article: ArticleView; i18n: I18n }) {
  const { t } = i18n
  const of = (state: Tag['state']) => article.tags.filter((tag) => tag.state === state)
  const [suggested, accepted, rejected] = [of('suggested'), of('accepted'), of('rejected')]
  return (
    <Panel title={t('tags.title')}>
      {article.tags.length > 0 && <TagKeys label={t('article.tags.next')} />}
      {article.tags.length === 0 && <p className="mb-2 text-muted">{t('article.tags.none')}</p>}
      {accepted.length > 0 && <List title={t('article.tags.accepted')} tags={accepted} article={article} i18n={i18n} />}
      {suggested.length > 0 && (
        <>
          <List title={t('article.tags.suggested')} tags={suggested} article={article} i18n={i18n} />
          {suggested.some((tag) => learntOf(tag.evidence)?.sure !== false) && (
            <form action={acceptSuggestedAction} className="mt-2">
              <input type="hidden" name="articleIds[]" value={article.id} />
              <input type="hidden" name="withCopies" value="1" />
              <Button small look="primary" hotkey="a">
                {t('article.tags.acceptAll')}
              </Button>
            </form>
          )}
        </>
      )}
      {/* What the tag dialog looks for: the article it is about, beside its opener. */}
      <div data-item="" data-current="" className="mt-3">
        <form hidden>
          <input type="hidden" name="articleIds[]" value={article.id} />
        </form>
        <Button type="button" small data-tag="" hotkey="t">
          {t('article.tags.add')}
        </Button>
      </div>
      {rejected.length > 0 && (
        <div className="mt-3">
          <Fold summary={`${t('article.tags.rejected')} (${i18n.number(rejected.length)})`}>
            <List title={t('article.tags.rejected')} hidden tags={rejected} article={article} i18n={i18n} />
          </Fold>
        </div>
      )}
    </Panel>
  )
}

function List({
  title,
  hidden,
  tags,
  article,
  i18n,
}: {
  title: string
  hidden?: boolean
  tags: Tag[]
  article: ArticleView
  i18n: I18n
}) {
  return (
    <>
      <h3 className={hidden ? 'sr-only' : 'mt-2 text-sm text-muted first:mt-0'}>{title}</h3>
      <ul className="divide-y divide-edge">
        {tags.map((tag) => (
          <Row key={tag.id} tag={tag} language={article.language} i18n={i18n} />
        ))}
      </ul>
    </>
  )
}

function Row({ tag, language, i18n }: { tag: Tag; language: string; i18n: I18n }) {
  const { t } = i18n
  const line = tagLineOf(tag)
  const label = tagLabel(i18n, line)
  const matches = matchesOf(tag.evidence)
  const quotes = [...new Set(matches.map((match) => match.quote))].slice(0, 4)
  const learnt = learntOf(tag.evidence)
  const kind = tag.entity ? t(`tags.entityKind.${tag.entity.kind}`) : t(`tags.kind.${line.kind}`)
  return (
    <li data-tag-row="" className="flex scroll-my-24 items-start gap-2 py-1.5">
      <div className="grow">
        <Link href={deskLink({ [line.kind]: line.subject })} prefetch={false} className="font-semibold hover:underline">
          <bdi>{label}</bdi>
        </Link>{' '}
        <span className="text-sm text-muted">
          {kind}
          {tag.origin !== 'person' && ` · ${i18n.percent(tag.score)}`}
          {tag.user && ` · ${t('article.tags.by', { name: isolate(tag.user.name) })}`}
        </span>
        {quotes.length > 0 && (
          <p className="text-sm text-muted">
            {t('article.tags.because', { quotes: '' })}
            {quotes.map((quote, i) => (
              <span key={quote}>
                {i > 0 && ' · '}
                <Quoted text={quote} language={language} />
              </span>
            ))}
            {matches.some((match) => match.field === 'title') && ` (${t('article.tags.inTitle')})`}
          </p>
        )}
        {learnt && <LearntFrom learnt={learnt} unanswered={tag.state === 'suggested'} i18n={i18n} />}
      </div>
      {tag.state === 'suggested' && (
        <Decide tag={tag} state="accepted" sign="✓" label={t('article.tags.accept', { tag: label })} />
      )}
      {tag.state === 'suggested' && (
        <Decide tag={tag} state="rejected" sign="✕" label={t('article.tags.reject', { tag: label })} />
      )}
      {tag.state === 'accepted' && (
        <Decide tag={tag} state="rejected" sign="✕" label={t('article.tags.remove', { tag: label })} />
      )}
      {tag.state === 'rejected' && (
        <Decide tag={tag} state="suggested" sign="↺" label={t('article.tags.restore', { tag: label })} />
      )}
    </li>
  )
}

/** What a suggestion was learnt from, and whether "accept all" takes it. */
function LearntFrom({ learnt, unanswered, i18n }: { learnt: Learnt; unanswered: boolean; i18n: I18n }) {
  const { t, number } = i18n
  const { accepted, refused, sure } = learnt
  return (
    <p className="text-sm text-muted">
      {t('article.tags.learnt', { count: accepted + refused })} (
      {t('article.tags.learntDetail', { accepted: number(accepted), refused: number(refused) })})
      {unanswered && !sure && <strong className="font-normal text-doubt"> · {t('article.tags.unsure')}</strong>}
    </p>
  )
}

function Decide({ tag, state, sign, label }: { tag: Tag; state: Tag['state']; sign: string; label: string }) {
  return (
    <form action={decideTagsAction}>
      <input type="hidden" name="tagIds[]" value={tag.id} />
      <input type="hidden" name="state" value={state} />
      <Button small aria-label={label} title={label}>
        <span aria-hidden="true">{sign}</span>
      </Button>
    </form>
  )
}
