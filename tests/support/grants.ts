import { GRANTS } from '#lib/access/policy.ts'
import type { Role } from '#lib/db/generated/enums.ts'

/** Runs `work` in a newsroom where this role may only do these things: every role of ours may tag and triage. */
export async function whereRoleMayOnly(role: Role, actions: (typeof GRANTS)[Role], work: () => Promise<void>) {
  const granted = GRANTS[role]
  GRANTS[role] = actions
  try {
    await work()
  } finally {
    GRANTS[role] = granted
  }
}
