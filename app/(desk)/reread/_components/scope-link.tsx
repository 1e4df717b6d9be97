import Link from 'next/link'
import { getBatch } from '#lib/batches/get-batch.ts'
import type { Context } from '#lib/db/context.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { nameIn } from '#lib/i18n/name-in.ts'
import type { RereadScope } from '#lib/reread/reread-scope.ts'
import { getSource } from '#lib/sources/get-source.ts'
import { orNotFound } from '#lib/web/page-context.ts'

/** The way back to what is read again: its delivery, its source, or the list of deliveries. */
export async function ScopeLink({
  ctx,
  scope: { batchId, sourceId },
  i18n: { t, locale },
}: {
  ctx: Context
  scope: RereadScope
  i18n: I18n
}) {
  const link = 'text-accent hover:underline'
  if (batchId) {
    const { name } = await orNotFound(getBatch(ctx, batchId))
    return (
      <Link href={`/batches/${batchId}`} className={link}>
        <bdi>{name}</bdi>
      </Link>
    )
  }
  if (!sourceId)
    return (
      <Link href="/batches" className={link}>
        {t('batches.back')}
      </Link>
    )
  const { nameAr, nameEn, nameFr } = await orNotFound(getSource(ctx, sourceId))
  return (
    <Link href={`/sources/${sourceId}`} className={link}>
      <bdi>{nameIn(locale, { ar: nameAr, en: nameEn, fr: nameFr }).text}</bdi>
    </Link>
  )
}
