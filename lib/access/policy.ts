import type { Role } from '#lib/db/generated/enums.ts'

/** WHO MAY: read it aloud. Permission is checked in the command that changes something (authorize.ts). */
export const ACTIONS = [
  'article:read',
  'article:edit',
  'article:tag',
  'article:triage',
  'duplicate:decide',
  'story:edit',
  'annotation:write',
  'rule:edit',
  'work:assign',
  'dashboard:read',
  'taxonomy:edit',
  'export:read',
  'address:fetch',
  'batch:manage',
  'source:manage',
  'user:manage',
  'token:manage',
  'audit:read',
] as const
export type Action = (typeof ACTIONS)[number]

const EDITOR: readonly Action[] = [
  'article:read',
  'article:edit',
  'article:tag',
  'article:triage',
  'duplicate:decide',
  'story:edit',
  'annotation:write',
  'rule:edit',
]

export const GRANTS: Record<Role, readonly Action[]> = {
  editor: EDITOR,
  manager: [...EDITOR, 'work:assign', 'dashboard:read', 'taxonomy:edit', 'export:read', 'address:fetch'],
  admin: ACTIONS,
}

/** Whether a role may do this. Screens ask it only to hide. */
export const may = (role: Role, action: Action): boolean => GRANTS[role].includes(action)
