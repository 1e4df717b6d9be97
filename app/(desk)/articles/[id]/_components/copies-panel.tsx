import Link from 'next/link'
import type { ArticleParams } from '#app/(desk)/articles/[id]/search-params.ts'
import { markNotSameAction, markSameAction, setPrimaryAction } from '#app/(desk)/articles/actions.ts'
import { ArticleItem } from '#components/article/article-item.tsx'
import { FirstLine, OriginLine } from '#components/article/origin-line.tsx'
import { ReasonInput } from '#components/article/reason-input.tsx'
import { firstOf } from '#components/article/who-first.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, Input } from '#components/ui/field.tsx'
import { Fold } from '#components/ui/fold.tsx'
import { Panel } from '#components/ui/page.tsx'
import type { ArticleView } from '#lib/articles/get-article.ts'
import type { CopyLine } from '#lib/articles/list-copies.ts'
import type { StoryArticle } from '#lib/articles/list-story-articles.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

type Props = {
  article: ArticleView
  line: StoryArticle | undefined
  copies: CopyLine[]
  open: string | undefined
  at: (params: ArticleParams) => string
  i18n: I18n
}

/** Who else carries this text, why that is thought so, what differs, and the editor's word on it. */
export function CopiesPanel({ article, line, copies, open, at, i18n }: Props) {
  const { t } = i18n
  const isPrimary = article.duplicateGroup?.primaryId === article.id
  const inGroup = copies.filter((copy) => copy.inGroup)
  const told = firstOf([...(line ? [line] : []), ...inGroup])
  return (
    <Panel title={t('article.copies.title')}>
      {copies.length === 0 && <p className="text-muted">{t('article.copies.none')}</p>}
      {inGroup.length > 0 && (
        <form action={markNotSameAction} className="mb-2 flex flex-wrap items-center gap-2">
          <input type="hidden" name="articleId" value={article.id} />
          {isPrimary && <Badge tone="accent">{t('article.copies.primary')}</Badge>}
          <Button small hotkey="x">
            {t('article.copies.notSame')}
          </Button>
          {!isPrimary && (
            <Button small formAction={setPrimaryAction}>
              {t('article.copies.setPrimary')}
            </Button>
          )}
          <ReasonInput i18n={i18n} className="grow" />
        </form>
      )}
      {inGroup.length > 0 && line && (
        <div className="mb-2">
          <FirstLine told={told} of="text" i18n={i18n} />
          <OriginLine article={line} told={told} i18n={i18n} />
        </div>
      )}
      <ul className="divide-y divide-edge">
        {copies.map((copy) => (
          <li key={copy.id} className="space-y-1 py-2">
            <ArticleItem article={copy} i18n={i18n}>
              {copy.isPrimary && copy.inGroup && <Badge tone="accent">{t('article.copies.primary')}</Badge>}
            </ArticleItem>
            {copy.inGroup && <OriginLine article={copy} told={told} i18n={i18n} />}
            <p className="text-sm text-muted">
              {t(`article.copies.kind.${copy.pair?.kind ?? 'said'}`)}
              {copy.pair && copy.pair.kind !== 'exact' && (
                <>
                  {'. '}
                  {t('article.copies.because', {
                    jaccard: i18n.percent(copy.pair.jaccard),
                    containment: i18n.percent(copy.pair.containment),
                  })}
                </>
              )}
            </p>
            <Link
              href={copy.id === open ? at({}) : `${at({ copy: copy.id })}#difference`}
              prefetch={false}
              className="inline-block min-h-6 text-sm text-accent hover:underline"
            >
              {t(copy.id === open ? 'article.copies.hideDifference' : 'article.copies.difference')}
            </Link>
          </li>
        ))}
      </ul>
      <div className="mt-2">
        <Fold summary={t('article.copies.markSame')} hotkey="m">
          <form action={markSameAction} className="space-y-2">
            <input type="hidden" name="articleId" value={article.id} />
            <Field label={t('article.copies.other')} hint={t('article.copies.markSameHint')}>
              <Input name="other" required dir="ltr" />
            </Field>
            <Field label={t('article.copies.reason')}>
              <Input name="reason" maxLength={500} dir="auto" />
            </Field>
            <Button small>{t('article.copies.chosen')}</Button>
          </form>
        </Fold>
      </div>
    </Panel>
  )
}
