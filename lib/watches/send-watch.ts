import { env } from '#lib/core/env.ts'
import { log } from '#lib/core/log.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma, type User, type Watch } from '#lib/db/generated/client.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { listHits } from '#lib/watches/list-hits.ts'
import { askToSend } from '#lib/watches/match-watches.ts'
import { isQuiet } from '#lib/watches/next-sending.ts'
import { postWebhook } from '#lib/watches/post-webhook.ts'
import { canSendMail, sendMail } from '#lib/watches/send-mail.ts'
import { watchMail } from '#lib/watches/watch-mail.ts'

/** One message holds so many; the rest follows in the next. */
const MOST_ARTICLES = 100

type Owned = Watch & { user: User }

/**
 * Sends what a watch has found since the last time, by each of its ways; what went one way is not sent it again, though
 * the other failed. In the quiet hours it waits for their end.
 * @throws where a way failed: the job tries again, and what went wrong stands on the watch
 */
export async function sendWatch(ctx: Context, watchId: string): Promise<void> {
  const watch = await ctx.db.watch.findUnique({
    where: { id: watchId, pausedAt: null, deletedAt: null, user: { disabledAt: null } },
    include: { user: true },
  })
  if (!watch) return
  if (isQuiet(watch, ctx.now())) return askToSend(ctx, watch)
  const sent = await Promise.allSettled([byEmail(ctx, watch), byWebhook(ctx, watch)])
  const failure = sent.find((way) => way.status === 'rejected')
  await ctx.db.watch.update({
    where: { id: watchId },
    data: failure
      ? { problem: problemOf(failure.reason), failures: { increment: 1 } }
      : { problem: Prisma.DbNull, failures: 0, sentAt: ctx.now() },
  })
  if (failure) throw failure.reason
  if (sent.some((way) => way.status === 'fulfilled' && way.value)) await askToSend(ctx, watch)
}

/** @returns whether there is more than went into this message */
async function byEmail(ctx: Context, watch: Owned): Promise<boolean> {
  if (!watch.byEmail) return false
  if (!canSendMail()) {
    log.warn({ watch: watch.id }, 'a watch asks for mail, and SMTP_URL or MAIL_FROM is not set')
    return false
  }
  const hits = await listHits(ctx, watch.id, MOST_ARTICLES, 'email')
  if (hits.length === 0) return false
  await sendMail({ to: watch.user.email, ...watchMail(i18nFor(env().DESK_LOCALE, ctx.now()), watch, hits) })
  await mark(ctx, watch, hits, { emailedAt: ctx.now() })
  return hits.length === MOST_ARTICLES
}

/** @returns whether there is more than went into this message */
async function byWebhook(ctx: Context, watch: Owned): Promise<boolean> {
  const { webhook } = watch
  if (!webhook) return false
  const hits = await listHits(ctx, watch.id, MOST_ARTICLES, 'webhook')
  if (hits.length === 0) return false
  await postWebhook({ ...watch, webhook }, 'articles.found', hits, ctx.now())
  await mark(ctx, watch, hits, { postedAt: ctx.now() })
  return hits.length === MOST_ARTICLES
}

async function mark(ctx: Context, { id }: Watch, hits: { id: string }[], data: { emailedAt?: Date; postedAt?: Date }) {
  await ctx.db.watchHit.updateMany({ where: { watchId: id, articleId: { in: hits.map((hit) => hit.id) } }, data })
}

/** As the screen says it: our own problems by their key, a mail server's in its words. */
function problemOf(reason: unknown): { key: string } & Record<string, string | number> {
  const known = (reason as { problem?: { key: string } }).problem
  return known ?? { key: 'mail-failed', said: String((reason as Error).message).slice(0, 300) }
}
