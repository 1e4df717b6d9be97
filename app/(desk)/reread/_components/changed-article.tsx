import Link from 'next/link'
import { Badge } from '#components/ui/badge.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { RereadChanges } from '#lib/reread/describe-plan.ts'
import type { Reread } from '#lib/reread/reread-page.ts'

/** One article that would change: each field before and after, the first passage of its text, its flags and tags. */
export function ChangedArticle({ reread: { articleId, title, changes }, i18n }: { reread: Reread; i18n: I18n }) {
  if (!changes) return null
  const { t } = i18n
  return (
    <li className="rounded-lg border border-edge bg-surface p-3">
      <Link href={`/articles/${articleId}`} className="font-semibold hover:underline">
        <bdi>{title ?? t('batches.report.untitled')}</bdi>
      </Link>
      <dl className="mt-1 space-y-1 text-sm">
        {changes.fields.map(({ field, before, after }) => (
          <div key={field} className="flex flex-wrap gap-x-2">
            <dt className="text-muted">{t(`reread.what.${field}`)}:</dt>
            <dd>
              <Swap before={before ?? t('article.fields.unknown')} after={after ?? t('article.fields.unknown')} t={t} />
            </dd>
          </div>
        ))}
        {changes.text && (
          <div>
            <dt className="text-muted">
              {t('reread.words', { added: changes.text.added, removed: changes.text.removed })}
            </dt>
            <dd>
              <Swap before={changes.text.before || '…'} after={changes.text.after || '…'} t={t} />
            </dd>
          </div>
        )}
      </dl>
      <Marks changes={changes} i18n={i18n} />
    </li>
  )
}

const Swap = ({ before, after, t }: { before: string; after: string; t: I18n['t'] }) => (
  <>
    <span className="sr-only">{t('reread.before')}: </span>
    <del className="break-words text-muted">
      <bdi>{before}</bdi>
    </del>{' '}
    <span className="sr-only">{t('reread.after')}: </span>
    <ins className="break-words font-semibold no-underline">
      <bdi>{after}</bdi>
    </ins>
  </>
)

function Marks({ changes: { blocks, flags, tags, reasons }, i18n: { t } }: { changes: RereadChanges; i18n: I18n }) {
  const name = (kind: string) => t(`flags.name.${kind}` as 'flags.name.truncated')
  return (
    <p className="mt-1 flex flex-wrap gap-1 empty:hidden">
      {flags.raised.map((kind) => (
        <Badge key={kind} tone="doubt">
          {t('reread.raised', { flag: name(kind) })}
        </Badge>
      ))}
      {flags.lowered.map((kind) => (
        <Badge key={kind} tone="good">
          {t('reread.lowered', { flag: name(kind) })}
        </Badge>
      ))}
      {tags.added.length > 0 && <Badge>{t('reread.tagsAdded', { count: tags.added.length })}</Badge>}
      {tags.removed.length > 0 && <Badge>{t('reread.tagsRemoved', { count: tags.removed.length })}</Badge>}
      {blocks && <Badge>{t('reread.what.blocks')}</Badge>}
      {reasons.length + flags.changed.length + tags.changed.length > 0 && <Badge>{t('reread.what.reasons')}</Badge>}
    </p>
  )
}
