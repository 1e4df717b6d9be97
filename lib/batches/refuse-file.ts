import { deliveryPath } from '#lib/batches/delivery-path.ts'
import type { Context } from '#lib/db/context.ts'
import type { Prisma } from '#lib/db/generated/client.ts'

/** A file of a delivery that cannot even be stored stands in its report, with the reason. */
export async function refuseFile(
  ctx: Context,
  file: { batchId: string; path: string; size: number; problem: Prisma.InputJsonObject },
): Promise<void> {
  const path = deliveryPath(file.path)
  await ctx.db.batchFile.create({
    data: { ...file, path, state: 'failed', createdAt: ctx.now() },
    select: { id: true },
  })
}
