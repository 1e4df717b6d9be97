'use server'

import { z } from 'zod'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import { parseOpml } from '#lib/receive/feeds/parse-opml.ts'
import { ProblemError } from '#lib/receive/item.ts'
import { importFeeds } from '#lib/sources/import-feeds.ts'
import { action } from '#lib/web/action.ts'

async function importOpml(ctx: Context, { opml }: { opml: string }) {
  try {
    return await importFeeds(ctx, { feeds: parseOpml(opml).feeds })
  } catch (error) {
    throw error instanceof ProblemError ? new AppError('invalid', error.problem) : error
  }
}

const run = action(z.object({ opml: z.string() }), importOpml)

export async function importOpmlAction(form: FormData): Promise<void> {
  await run(form)
}
