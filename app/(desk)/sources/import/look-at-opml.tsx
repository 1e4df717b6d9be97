'use server'

import type { ReactNode } from 'react'
import { PlanView } from '#app/(desk)/sources/import/_components/plan-view.tsx'
import { opmlText } from '#app/(desk)/sources/import/opml-text.ts'
import { requestContext } from '#lib/auth/current-actor.ts'
import { problemSentence } from '#lib/batches/problem-sentence.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { parseOpml } from '#lib/receive/feeds/parse-opml.ts'
import { ProblemError } from '#lib/receive/item.ts'
import { lookAtImport, MOST_FEEDS } from '#lib/sources/import-feeds.ts'

/** What an import of the chosen file would do, to be shown below the form; or why nothing can be done. */
export async function lookAtOpml(_: ReactNode, form: FormData): Promise<ReactNode> {
  const [ctx, i18n] = await Promise.all([requestContext(), requestI18n()])
  const file = form.get('file')
  try {
    const opml = await opmlText(file instanceof File ? file : new File([], ''))
    const { feeds } = parseOpml(opml)
    if (feeds.length > MOST_FEEDS)
      return <p className="text-bad">{i18n.t('sources.import.tooMany', { limit: i18n.number(MOST_FEEDS) })}</p>
    return <PlanView plan={await lookAtImport(ctx, feeds)} opml={opml} />
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return <p className="text-bad">{problemSentence(i18n, error.problem)}</p>
  }
}
