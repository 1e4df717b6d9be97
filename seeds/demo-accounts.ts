import { hashPassword } from '#lib/auth/password.ts'
import type { Context } from '#lib/db/context.ts'

/** Known to everybody who reads this: only the demo loader makes these accounts. */
export const DEMO_PASSWORD = 'mirqab-demo-desk'

export const DEMO_ACCOUNTS = [
  { email: 'editor@demo.example', name: 'سلمى بن يوسف', role: 'editor' },
  { email: 'manager@demo.example', name: 'إدريس الطاهر', role: 'manager' },
  { email: 'admin@demo.example', name: 'مريم بنت أحمد', role: 'admin' },
] as const

/** The three accounts of the demo desk, one a role. One that is there already, changed or disabled, stays as it is. */
export async function loadDemoAccounts({ db }: Context): Promise<void> {
  const there = await db.user.count({ where: { email: { in: DEMO_ACCOUNTS.map(({ email }) => email) } } })
  // Hashing is slow on purpose: a second start does not wait for it.
  if (there === DEMO_ACCOUNTS.length) return
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await db.user.createMany({
    data: DEMO_ACCOUNTS.map((account) => ({ ...account, passwordHash })),
    skipDuplicates: true,
  })
}
