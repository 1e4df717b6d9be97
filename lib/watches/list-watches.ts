import { authorize } from '#lib/access/authorize.ts'
import { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import type { Watch } from '#lib/db/generated/client.ts'

export type WatchListed = Omit<Watch, 'filter'> & {
  filter: ArticleFilter
  /** What it has found: in all, and of that what its owner has not been shown. */
  found: number
  unseen: number
}

/** The actor's own watches, the newest first. @throws AppError forbidden */
export async function listWatches({ db, actor }: Context): Promise<WatchListed[]> {
  authorize(actor, 'rule:edit')
  const watches = await db.watch.findMany({
    where: { userId: actor.userId ?? '', deletedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { _count: { select: { hits: true } }, notices: { where: { seenAt: null }, select: { articles: true } } },
  })
  return watches.map(({ _count, notices, filter, ...watch }) => ({
    ...watch,
    filter: ArticleFilter.parse(filter),
    found: _count.hits,
    unseen: notices.reduce((sum, { articles }) => sum + articles, 0),
  }))
}
