import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { Shell } from '#components/layout/shell.tsx'
import { countAttention } from '#lib/attention/count-attention.ts'
import { currentActor, requestContext } from '#lib/auth/current-actor.ts'
import { countNotices } from '#lib/notices/list-notices.ts'

/** The shell. It sends away who has no session; permission is decided by each query and command. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  if (!actor) redirect('/sign-in')
  const ctx = await requestContext()
  return (
    <Shell actor={actor} attention={countAttention(ctx)} notices={await countNotices(ctx)}>
      {children}
    </Shell>
  )
}
