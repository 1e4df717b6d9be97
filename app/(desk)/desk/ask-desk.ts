import type { DeskParams } from '#app/(desk)/desk/search-params.ts'
import type { Context } from '#lib/db/context.ts'
import { type Asked, askFilter } from '#lib/search/ask-filter.ts'

/** The desk's address with what was typed understood: its filter can be asked of the database. */
export type AskedDesk = DeskParams & { asked: Asked }

/** Understands what the desk's address asks for. Where no words are left, there is nothing to be relevant to. */
export async function askDesk(ctx: Context, params: DeskParams): Promise<AskedDesk> {
  const asked = await askFilter(ctx, params.filter)
  return { ...params, filter: asked.filter, sort: asked.query ? params.sort : 'newest', asked }
}
