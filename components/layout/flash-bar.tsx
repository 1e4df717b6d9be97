import Link from 'next/link'
import { Button } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { currentActor } from '#lib/auth/current-actor.ts'
import { ERROR_KEYS } from '#lib/core/errors.ts'
import { prisma } from '#lib/db/client.ts'
import { eventSentence } from '#lib/i18n/event-sentence.ts'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { readFlash } from '#lib/web/flash.ts'
import { undoAction } from '#lib/web/undo-action.ts'

const UNDONE_MS = 8000

/** What the last action did, in one sentence, with its undo. */
export async function FlashBar() {
  const flash = await readFlash()
  if (!flash) return null
  const i18n = await requestI18n()
  const { t } = i18n
  if ('error' in flash) {
    const key = ERROR_KEYS.find((k) => k === flash.error) ?? 'internal'
    return (
      <p role="alert" className="bg-bad-soft px-4 py-2 text-center text-bad">
        {t(`errors.${key}`)}
        {flash.at && (
          <>
            {' '}
            <Link href={flash.at.path} className="font-semibold underline">
              <Name {...nameIn(i18n.locale, flash.at.names)} />
            </Link>
          </>
        )}
      </p>
    )
  }
  if ('note' in flash)
    return (
      <p role="status" className="bg-good-soft px-4 py-2 text-center text-good">
        {t('common.done')}
      </p>
    )
  const [actor, event] = await Promise.all([
    currentActor(),
    prisma().auditEvent.findUnique({ where: { id: flash.event } }),
  ])
  if (!event || event.actorId !== actor?.userId) return null
  // Undone a while ago: over what is done next it would only confuse.
  if (event.undoneAt && Date.now() - event.undoneAt.getTime() > UNDONE_MS) return null
  return (
    <div role="status" className="flex flex-wrap items-center justify-center gap-3 bg-good-soft px-4 py-1.5 text-good">
      <span>{event.undoneAt ? t('common.undone') : eventSentence(i18n, event)}</span>
      {event.undo !== null && !event.undoneAt && (
        <form action={undoAction}>
          <input type="hidden" name="eventId" value={event.id} />
          <Button small hotkey="z">
            {t('common.undo')}
          </Button>
        </form>
      )}
    </div>
  )
}
