import { pauseFeedAction, pollFeedAction, removeFeedAction, resumeFeedAction } from '#app/(desk)/sources/actions.ts'
import { Button } from '#components/ui/button.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

type Props = { feedId: string; name: string; isPaused: boolean }

/** What can be done with a feed; each button says to a screen reader which feed it means. */
export async function FeedActions({ feedId, name, isPaused }: Props) {
  const { t } = await requestI18n()
  const which = <span className="sr-only"> {t('sources.feeds.which', { name })}</span>
  return (
    <form className="flex flex-wrap content-start items-start gap-1.5">
      <input type="hidden" name="feedId" value={feedId} />
      {isPaused ? (
        <Button small formAction={resumeFeedAction}>
          {t('sources.feeds.resume')}
          {which}
        </Button>
      ) : (
        <>
          <Button small formAction={pollFeedAction}>
            {t('sources.feeds.poll')}
            {which}
          </Button>
          <Button small formAction={pauseFeedAction}>
            {t('sources.feeds.pause')}
            {which}
          </Button>
        </>
      )}
      <Button small look="danger" formAction={removeFeedAction}>
        {t('sources.feeds.remove')}
        {which}
      </Button>
    </form>
  )
}
