import { Prisma } from '#lib/db/generated/client.ts'

/** A condition on `article_tag` as `t`: false for suggestions that are shown with a doubt (lib/tag/learn/fuse.ts). */
export const isSureTag = Prisma.sql`coalesce(t.evidence->'detail'->'sure' <> 'false'::jsonb, true)`
