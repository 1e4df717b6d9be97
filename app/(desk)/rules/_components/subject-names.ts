import { tagLabel } from '#components/article/tag-label.ts'
import type { Context } from '#lib/db/context.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { RuleActions } from '#lib/rules/rule-actions.ts'
import { subjectNames, subjectValue } from '#lib/tag/subject-input.ts'

/** What the tags of rules are called, by their form's value; one that is no longer there keeps its identifier. */
export async function ruleSubjectNames(
  ctx: Context,
  i18n: I18n,
  subjects: RuleActions['subjects'],
): Promise<Map<string, string>> {
  const named = subjects.map(async (subject): Promise<[string, string]> => {
    const names = await subjectNames(ctx, subject, 'retired too').catch(() => ({ ar: null, en: null }))
    return [
      subjectValue(subject),
      tagLabel(i18n, { kind: subject.kind, subject: subject.id, names: { ...names, fr: null } }),
    ]
  })
  return new Map(await Promise.all(named))
}
