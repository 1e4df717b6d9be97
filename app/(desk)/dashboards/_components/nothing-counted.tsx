import { buttonClass } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/page.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'

/** No article fits: either none fits this filter, or none ever arrived. */
export function NothingCounted({ i18n: { t }, isEmptyDesk }: { i18n: I18n; isEmptyDesk: boolean }) {
  return (
    <div className="mb-4">
      <Empty
        next={
          <a href={isEmptyDesk ? '/desk' : '/dashboards?days=90'} className={buttonClass('primary')}>
            {t(isEmptyDesk ? 'dashboards.toDesk' : 'dashboards.emptyNext')}
          </a>
        }
      >
        {t(isEmptyDesk ? 'dashboards.nothingYet' : 'dashboards.empty')}
      </Empty>
    </div>
  )
}
