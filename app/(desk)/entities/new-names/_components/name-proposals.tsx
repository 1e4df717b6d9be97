import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { KeyName } from '#components/ui/key-name.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'
import { nameIn } from '#lib/i18n/name-in.ts'
import type { NameProposals as Proposals } from '#lib/tag/new-names/name-proposals.ts'

/** Whom a new name may be, each a button with its number for a key; and other new names that may be the same. */
export function NameProposals({ proposals: { entities, others }, i18n }: { proposals: Proposals; i18n: I18n }) {
  const { t, locale, percent } = i18n
  return (
    <section className="min-w-0 rounded-lg border border-edge bg-surface p-4">
      <h3 className="mb-2 font-semibold">{t('newNames.same')}</h3>
      {entities.length === 0 && <p className="text-muted">{t('newNames.noneClose')}</p>}
      <ol className="grid gap-3">
        {entities.map(({ id, kind, names, close, closeness }, i) => {
          const { text, lang } = nameIn(locale, names)
          return (
            <li key={id}>
              <div className="flex flex-wrap items-center gap-2">
                <Button name="entityId" value={id} hotkey={String(i + 1)} className="text-start">
                  <span {...(lang ? { lang } : {})}>{t('newNames.isThis', { name: text })}</span>{' '}
                  <KeyName name={String(i + 1)} />
                </Button>
                <Badge>{t(`vocabulary.${kind}`)}</Badge>
              </div>
              <p className="mt-1 text-sm text-muted">
                {t('newNames.close', { name: close, closeness: percent(closeness) })}
              </p>
            </li>
          )
        })}
      </ol>
      {others.length > 0 && (
        <fieldset className="mt-4">
          <legend className="font-semibold">{t('newNames.others')}</legend>
          <p className="mb-1 text-sm text-muted">{t('newNames.othersHint')}</p>
          {others.map(({ id, name, articles }) => (
            <label key={id} className="flex min-h-8 flex-wrap items-center gap-x-2">
              <input type="checkbox" name="also[]" value={id} className="size-5 accent-accent" />
              <bdi>{name}</bdi>
              <span className="text-sm text-muted">{t('newNames.seenIn', { count: articles })}</span>
            </label>
          ))}
        </fieldset>
      )}
    </section>
  )
}
