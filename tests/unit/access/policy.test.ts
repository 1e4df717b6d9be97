import { expect, test } from 'vitest'
import { ACTIONS, type Action, may } from '#lib/access/policy.ts'

/** The whole table, role by action: a change of rights changes this test. */
const EXPECTED: Record<Action, [editor: boolean, manager: boolean, admin: boolean]> = {
  'article:read': [true, true, true],
  'article:edit': [true, true, true],
  'article:tag': [true, true, true],
  'article:triage': [true, true, true],
  'duplicate:decide': [true, true, true],
  'story:edit': [true, true, true],
  'annotation:write': [true, true, true],
  'rule:edit': [true, true, true],
  'work:assign': [false, true, true],
  'dashboard:read': [false, true, true],
  'taxonomy:edit': [false, true, true],
  'export:read': [false, true, true],
  'address:fetch': [false, true, true],
  'batch:manage': [false, false, true],
  'source:manage': [false, false, true],
  'user:manage': [false, false, true],
  'token:manage': [false, false, true],
  'audit:read': [false, false, true],
}

test.each(ACTIONS)('%s is granted to the roles that need it', (action) => {
  expect([may('editor', action), may('manager', action), may('admin', action)]).toEqual(EXPECTED[action])
})
