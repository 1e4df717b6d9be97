import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { ArticleScreen } from '#app/(desk)/articles/[id]/_components/article-screen.tsx'
import { Neighbours } from '#app/(desk)/articles/[id]/_components/neighbours.tsx'
import { ArticleParams, articleLink } from '#app/(desk)/articles/[id]/search-params.ts'
import { TagDialog } from '#app/(desk)/desk/_components/tag-dialog.tsx'
import { tagDialogWords } from '#app/(desk)/desk/_components/tag-dialog-words.ts'
import { addTagAction } from '#app/(desk)/desk/actions.ts'
import { findNeighbours } from '#lib/articles/find-neighbours.ts'
import { getArticle } from '#lib/articles/get-article.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { orNotFound, pageContext } from '#lib/web/page-context.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Asked for once a request, by the title and by the screen. */
const articleOf = cache(async (id: string) => {
  if (!z.uuid().safeParse(id).success) notFound()
  return orNotFound(getArticle(await pageContext(), id))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, { t }] = await Promise.all([params, requestI18n()])
  const article = await articleOf(id)
  return { title: article.title ?? t('desk.noTitle') }
}

/** An article at an address of its own. */
export default async function ArticlePage({ params, searchParams }: Props) {
  const [ctx, { id }, given, i18n] = await Promise.all([pageContext(), params, searchParams, requestI18n()])
  const article = await articleOf(id)
  const neighbours = await findNeighbours(ctx, article)
  return (
    <div className="mx-auto w-full max-w-7xl px-4 py-5">
      <ArticleScreen
        ctx={ctx}
        article={article}
        params={ArticleParams.parse(given)}
        at={(open) => articleLink(id, open)}
      >
        <Neighbours {...neighbours} i18n={i18n} />
      </ArticleScreen>
      <TagDialog action={addTagAction} words={tagDialogWords(i18n.t)} />
    </div>
  )
}
