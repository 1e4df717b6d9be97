import Link from 'next/link'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Select } from '#components/ui/field.tsx'
import type { AuditFilter } from '#lib/audit/list-events.ts'
import { MESSAGES } from '#lib/i18n/messages/all.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

const AREAS = Object.keys(MESSAGES.ar.auditLog.area) as (keyof typeof MESSAGES.ar.auditLog.area)[]

type Props = { filter: AuditFilter; actors: { id: string; name: string }[] }

/** By whom, and about what. */
export async function EventFilter({ filter: { actor, kind, subject }, actors }: Props) {
  const { t } = await requestI18n()
  const isOneKind = kind && !AREAS.some((area) => area === kind)
  return (
    <search className="mb-3 flex flex-wrap items-center gap-2">
      <form action="/audit" className="flex flex-wrap items-center gap-2" key={`${actor} ${kind}`}>
        <Select name="actor" defaultValue={actor ?? ''} aria-label={t('auditLog.who')} className="w-56!">
          <option value="">{t('auditLog.anyone')}</option>
          <option value="system">{t('auditLog.system')}</option>
          {actors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Select name="kind" defaultValue={kind ?? ''} aria-label={t('auditLog.what')} className="w-56!">
          <option value="">{t('auditLog.everything')}</option>
          {AREAS.map((area) => (
            <option key={area} value={area}>
              {t(`auditLog.area.${area}`)}
            </option>
          ))}
          {isOneKind && <option value={kind}>{t('auditLog.oneKind', { kind })}</option>}
        </Select>
        <Button>{t('auditLog.show')}</Button>
      </form>
      {subject && <span className="text-sm text-muted">{t('auditLog.oneSubject')}</span>}
      {(actor || kind || subject) && (
        <Link href="/audit" className={buttonClass('quiet')}>
          {t('auditLog.showAll')}
        </Link>
      )}
    </search>
  )
}
