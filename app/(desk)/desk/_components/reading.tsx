import type { ReactNode } from 'react'
import { ArticleScreen } from '#app/(desk)/articles/[id]/_components/article-screen.tsx'
import { neighboursIn } from '#app/(desk)/desk/_components/neighbours-in.ts'
import { Reader } from '#app/(desk)/desk/_components/reader.tsx'
import { acceptSuggestedAction } from '#app/(desk)/desk/actions.ts'
import type { DeskParams } from '#app/(desk)/desk/search-params.ts'
import { Empty } from '#components/ui/page.tsx'
import { type ArticleView, getArticle } from '#lib/articles/get-article.ts'
import type { DeskRow } from '#lib/articles/list-desk.ts'
import { AppError } from '#lib/core/errors.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { PageContext } from '#lib/web/page-context.ts'

type Props = {
  ctx: PageContext
  read: string
  open: DeskParams['open']
  rows: DeskRow[]
  /** The list's address, with something more in it. */
  at: (more?: Record<string, string | undefined>) => string
  /** The address of the next page. */
  onward: string | null
  i18n: I18n
}

/** The article that is read, with the next ones and the previous one behind it. */
export async function Reading({ ctx, read, open, rows, at, onward, i18n: { t } }: Props) {
  const article = await articleIfThere(ctx, read)
  const screen = (shown: ArticleView, params: DeskParams['open']) => (
    <ArticleScreen
      key={shown.id}
      ctx={ctx}
      article={shown}
      params={params}
      at={(more) => at({ read: shown.id, ...more })}
    />
  )
  const gone = <Empty key="gone">{t('triage.reader.gone')}</Empty>
  const behind = async (id: string) => {
    const other = await articleIfThere(ctx, id)
    return other ? screen(other, {}) : gone
  }
  const around = article ? neighboursIn(rows, article) : []
  return (
    <Reader
      read={read}
      ids={rows.map(({ lead }) => lead.id)}
      list={at()}
      onward={onward}
      panes={[
        [read, article ? screen(article, open) : gone],
        // Not waited for: they come while the first is read.
        ...around.map((id): [string, ReactNode] => [id, behind(id)]),
      ]}
      accept={acceptSuggestedAction}
      words={{
        label: t('triage.reader.label'),
        ways: t('triage.reader.ways'),
        back: t('triage.reader.back'),
        next: t('triage.reader.next'),
        previous: t('triage.reader.previous'),
        acceptNext: t('triage.reader.acceptNext'),
        unsaved: t('triage.reader.unsaved'),
      }}
    />
  )
}

async function articleIfThere(ctx: PageContext, id: string): Promise<ArticleView | null> {
  try {
    return await getArticle(ctx, id)
  } catch (error) {
    if (error instanceof AppError && error.key === 'notFound') return null
    throw error
  }
}
