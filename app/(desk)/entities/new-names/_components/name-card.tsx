import { NameExamples } from '#app/(desk)/entities/new-names/_components/name-examples.tsx'
import { NameFields } from '#app/(desk)/entities/new-names/_components/name-fields.tsx'
import { NameProposals } from '#app/(desk)/entities/new-names/_components/name-proposals.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { KeyName } from '#components/ui/key-name.tsx'
import { Name } from '#components/ui/name.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { NewNameListed } from '#lib/tag/new-names/list-new-names.ts'
import type { NameExample } from '#lib/tag/new-names/name-examples.ts'
import type { NameProposals as Proposals } from '#lib/tag/new-names/name-proposals.ts'

type Props = { name: NewNameListed; examples: NameExample[]; proposals: Proposals; i18n: I18n }

/** A name nobody knows yet: where it is seen, whom it may be, and what it would be added as. */
export function NameCard({ name, examples, proposals, i18n }: Props) {
  const { t } = i18n
  return (
    <>
      <input type="hidden" name="nameId" value={name.id} />
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-xl font-semibold">
          <Name text={name.name} lang={name.language} />
        </h2>
        <Badge tone="accent">{t(`vocabulary.${name.kind}`)}</Badge>
        <Badge>{t('newNames.seenIn', { count: name.articles })}</Badge>
        {name.titled > 0 && <span className="text-sm text-muted">{t('newNames.titled', { count: name.titled })}</span>}
      </div>
      {name.otherSpellings.length > 0 && (
        <p className="mb-2 flex flex-wrap items-center gap-2">
          <span className="text-sm text-muted">{t('newNames.spellings')}</span>
          {name.otherSpellings.map((spelling) => (
            <Badge key={spelling}>
              <bdi lang={name.language}>{spelling}</bdi>
            </Badge>
          ))}
        </p>
      )}
      <div className="grid items-start gap-3 md:grid-cols-2">
        <NameExamples examples={examples} i18n={i18n} />
        <div className="grid gap-3">
          <NameProposals proposals={proposals} i18n={i18n} />
          <NameFields name={name} i18n={i18n} />
        </div>
      </div>
    </>
  )
}

/** Add, merge into whom it is most likely, or leave alone. */
export function NameAnswers({ proposals: { entities }, i18n: { t } }: Pick<Props, 'proposals' | 'i18n'>) {
  const [likeliest] = entities
  return (
    <>
      <Button look="primary" name="answer" value="add" hotkey="a">
        {t('newNames.add')} <KeyName name="A" />
      </Button>
      {likeliest && (
        <Button name="entityId" value={likeliest.id} hotkey="m">
          {t('newNames.merge')} <KeyName name="M" />
        </Button>
      )}
      <Button name="answer" value="open" hotkey="o">
        {t('newNames.addAndOpen')} <KeyName name="O" />
      </Button>
      <Button look="danger" name="answer" value="ignore" hotkey="i">
        {t('newNames.ignore')} <KeyName name="I" />
      </Button>
    </>
  )
}
