import type { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { env } from '#lib/core/env.ts'
import { AppError } from '#lib/core/errors.ts'
import { log } from '#lib/core/log.ts'
import type { Context } from '#lib/db/context.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'
import type { StandingInput } from '#lib/rules/standing.ts'
import { listHits } from '#lib/watches/list-hits.ts'
import { postWebhook } from '#lib/watches/post-webhook.ts'
import { canSendMail, sendMail } from '#lib/watches/send-mail.ts'
import { watchMail } from '#lib/watches/watch-mail.ts'

const SHOWN = 3

/** Sends the owner the newest of what the watch has found, by each of its ways, now. @throws AppError notFound, sendingFailed, forbidden */
export async function testWatch(ctx: Context, { id }: z.output<typeof StandingInput>): Promise<{ note: string }> {
  authorize(ctx.actor, 'rule:edit')
  const watch = await ctx.db.watch.findFirst({
    where: { id, userId: ctx.actor.userId ?? '', deletedAt: null },
    include: { user: true },
  })
  if (!watch) throw new AppError('notFound', { id })
  const hits = await listHits(ctx, id, SHOWN)
  const { webhook } = watch
  try {
    if (watch.byEmail && canSendMail())
      await sendMail({ to: watch.user.email, ...watchMail(i18nFor(env().DESK_LOCALE, ctx.now()), watch, hits) })
    if (webhook) await postWebhook({ ...watch, webhook }, 'watch.test', hits, ctx.now())
  } catch (error) {
    log.info({ err: error, watch: id }, 'a test of a watch failed')
    throw new AppError('sendingFailed', { watch: id })
  }
  return { note: 'sent' }
}
