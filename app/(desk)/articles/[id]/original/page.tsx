import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { readableOriginal } from '#app/(desk)/articles/[id]/original/readable-original.ts'
import { buttonClass } from '#components/ui/button.tsx'
import { Page, Panel } from '#components/ui/page.tsx'
import { getOriginal } from '#lib/articles/get-original.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { orNotFound, pageContext } from '#lib/web/page-context.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestI18n()).t('article.originalPage.title') }
}

/** The bytes as they arrived, as text and never as a page. */
export default async function OriginalPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }, i18n] = await Promise.all([pageContext(), params, requestI18n()])
  if (!z.uuid().safeParse(id).success) notFound()
  const original = await orNotFound(getOriginal(ctx, id))
  const { t, number } = i18n
  const readable = readableOriginal(original.bytes, original.charset ?? undefined)
  const place = original.line === null ? original.path : `${original.path}:${original.line}`
  const facts = [
    [t('article.originalPage.path'), place],
    [t('article.originalPage.batch'), original.batchName],
    [t('article.originalPage.type'), original.mediaType],
    [t('article.originalPage.charset'), readable?.charset ?? null],
    [t('article.originalPage.size'), t('article.originalPage.bytes', { count: original.size })],
    [t('article.originalPage.received'), i18n.minute(original.receivedAt)],
    [t('article.originalPage.checksum'), original.sha256],
    [t('article.originalPage.stated'), original.stated ? JSON.stringify(original.stated) : null],
  ].filter((fact): fact is [string, string] => fact[1] !== null)
  return (
    <Page
      title={t('article.originalPage.title')}
      aside={
        <>
          <Link href={`/articles/${id}`} aria-keyshortcuts="b" className={buttonClass()}>
            {t('article.originalPage.back')}
          </Link>
          <a href={`/api/articles/${id}/original`} download className={buttonClass('primary')}>
            {t('article.originalPage.download')}
          </a>
        </>
      }
    >
      <Panel className="mb-4">
        <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="break-all">
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
      {readable ? (
        <>
          <p className="mb-2 text-sm text-muted">{t('article.originalPage.plain')}</p>
          {/* Focusable: a long line scrolls by keyboard too. */}
          <pre
            tabIndex={0}
            role="region"
            dir="auto"
            aria-label={t('article.originalPage.title')}
            className="overflow-x-auto rounded-lg border border-edge bg-surface p-4 font-mono text-sm break-words whitespace-pre-wrap"
          >
            {readable.text}
          </pre>
          {readable.isCut && (
            <p className="mt-2 text-muted">{t('article.originalPage.cut', { count: number(readable.text.length) })}</p>
          )}
        </>
      ) : (
        <p>{t('article.originalPage.binary')}</p>
      )}
    </Page>
  )
}
