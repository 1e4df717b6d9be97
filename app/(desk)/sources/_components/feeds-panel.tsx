import { FeedItem } from '#app/(desk)/sources/_components/feed-item.tsx'
import { addFeedAction } from '#app/(desk)/sources/actions.ts'
import { Button } from '#components/ui/button.tsx'
import { Field, Input } from '#components/ui/field.tsx'
import { KeepForm } from '#components/ui/keep-form.tsx'
import { Panel } from '#components/ui/page.tsx'
import { Refresh } from '#components/ui/refresh.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { FeedListed } from '#lib/sources/list-feeds.ts'

/** The feeds of a source, how they do, and a place for another one. */
export async function FeedsPanel({ sourceId, feeds }: { sourceId: string; feeds: FeedListed[] }) {
  const { t } = await requestI18n()
  return (
    <Panel title={t('sources.feeds.title')} className="mb-4 grid gap-3">
      <p className="text-sm text-muted">{t(feeds.length > 0 ? 'sources.feeds.about' : 'sources.feeds.none')}</p>
      {feeds.length > 0 && (
        <ul aria-label={t('sources.feeds.caption')} className="divide-y divide-edge border-y border-edge">
          {feeds.map((feed) => (
            <FeedItem key={feed.id} feed={feed} />
          ))}
        </ul>
      )}
      {feeds.some(({ lastPollAt, nextPollAt }) => !lastPollAt && nextPollAt) && <Refresh everyMs={5000} />}
      {/* A new key for each feed: after one was added, the field is empty again. */}
      <KeepForm action={addFeedAction} key={feeds.length} className="flex flex-wrap items-start gap-2">
        <input type="hidden" name="sourceId" value={sourceId} />
        <div className="min-w-64 grow">
          <Field label={t('sources.feeds.address')} hint={t('sources.feeds.addressHint')}>
            <Input name="address" type="text" inputMode="url" autoComplete="off" required maxLength={2000} dir="ltr" />
          </Field>
        </div>
        <Button hotkey="a" className="sm:mt-6">
          {t('sources.feeds.add')}
        </Button>
      </KeepForm>
    </Panel>
  )
}
