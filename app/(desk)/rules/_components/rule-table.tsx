import Link from 'next/link'
import { ruleSubjectNames } from '#app/(desk)/rules/_components/subject-names.ts'
import { pauseRuleAction, removeRuleAction, resumeRuleAction } from '#app/(desk)/rules/actions.ts'
import { StandingButtons } from '#components/layout/standing-buttons.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Cell, HeadCell, Table } from '#components/ui/table.tsx'
import { deskLink } from '#lib/core/desk-link.ts'
import type { Context } from '#lib/db/context.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { isolate } from '#lib/i18n/isolate.ts'
import type { RuleListed } from '#lib/rules/list-rules.ts'
import { filterSentence } from '#lib/search/filter-sentence.ts'
import { subjectValue } from '#lib/tag/subject-input.ts'

const ACTIONS = { pause: pauseRuleAction, resume: resumeRuleAction, remove: removeRuleAction }
type Props = { ctx: Context; rules: RuleListed[]; people: { id: string; name: string }[]; i18n: I18n }

export async function RuleTable({ ctx, rules, people, i18n }: Props) {
  const { t, number } = i18n
  const words = { pause: t('rules.pause'), resume: t('rules.resume'), remove: t('rules.remove') }
  const names = await ruleSubjectNames(
    ctx,
    i18n,
    rules.flatMap(({ actions }) => actions.subjects),
  )
  const nameOf = (userId: string) => people.find(({ id }) => id === userId)?.name ?? t('common.unknown')
  return (
    <Table
      caption={t('rules.caption')}
      headings={[t('rules.name'), t('rules.does'), t('rules.matched'), t('rules.state'), t('lists.edit')]}
    >
      {rules.map(({ id, name, filter, actions, pausedAt, matched, createdBy }) => (
        <tr key={id} className="hover:bg-raised">
          <HeadCell>
            <Link href={`/rules/${id}`} className="text-accent hover:underline">
              <bdi>{name}</bdi>
            </Link>
            <span className="block text-sm font-normal text-muted">
              <bdi>{filterSentence(ctx, i18n, filter)}</bdi>
            </span>
            {createdBy && (
              <span className="block text-sm font-normal text-muted">
                {t('rules.by', { name: isolate(createdBy) })}
              </span>
            )}
          </HeadCell>
          <Cell>
            <ul className="flex flex-wrap gap-1">
              {doneBy(actions, names, nameOf, i18n).map((done) => (
                <li key={done}>
                  <Badge>
                    <bdi>{done}</bdi>
                  </Badge>
                </li>
              ))}
            </ul>
          </Cell>
          <Cell>
            <Link href={deskLink(filter)} prefetch={false} className="text-accent hover:underline">
              {number(matched)}
            </Link>
          </Cell>
          <Cell>
            <Badge tone={pausedAt ? 'neutral' : 'good'}>{t(pausedAt ? 'rules.paused' : 'rules.on')}</Badge>
          </Cell>
          <Cell>
            <StandingButtons id={id} name={name} isPaused={pausedAt !== null} actions={ACTIONS} words={words} />
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

function doneBy(
  { subjects, userId, state, flag, notify }: RuleListed['actions'],
  names: Map<string, string>,
  nameOf: (userId: string) => string,
  { t }: I18n,
): string[] {
  return [
    ...subjects.map((subject) => t('rules.doesTag', { name: names.get(subjectValue(subject)) ?? subject.id })),
    ...(userId ? [t('rules.doesAssign', { name: nameOf(userId) })] : []),
    ...(state ? [t('rules.doesMove', { state: t(`desk.state.${state}`) })] : []),
    ...(flag ? [t('rules.doesFlag')] : []),
    ...(notify ? [t('rules.doesNotify')] : []),
  ]
}
