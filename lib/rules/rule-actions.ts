import { z } from 'zod'
import { ArticleState } from '#lib/db/generated/enums.ts'
import { SubjectInput } from '#lib/tag/subject-input.ts'

const orNull = <S extends z.ZodType>(schema: S) => z.preprocess((value) => value || null, schema.nullable())

/** What a rule does with each article that matches. A form leaves empty what it does not do. */
export const RuleActions = z
  .object({
    /** Accepted tags, by the rule; what a person has rejected stays rejected. */
    subjects: z.array(SubjectInput).max(20).default([]),
    /** To whom an article goes that is with nobody. */
    userId: orNull(z.uuid()).default(null),
    /** Where a new article goes. */
    state: orNull(z.enum(ArticleState)).default(null),
    /** Raises the flag `desk-rule`. */
    flag: z.union([z.boolean(), z.stringbool()]).default(false),
    /** Tells whoever wrote the rule. */
    notify: z.union([z.boolean(), z.stringbool()]).default(false),
  })
  .refine(({ subjects, userId, state, flag, notify }) => subjects.length > 0 || userId || state || flag || notify, {
    path: ['actions'],
  })
export type RuleActions = z.output<typeof RuleActions>
