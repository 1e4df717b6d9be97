import { type DifferenceRun, differenceRuns } from '#components/article/difference-runs.ts'
import { directionOf } from '#lib/text/direction.ts'

type Props = {
  a: string
  b: string
  tokens: Parameters<typeof differenceRuns>[2]
  language: string
  words: { deleted: string; inserted: string; identical: string; legend: string }
}

/** Two texts as one, word by word, in their own direction: told apart by signs and lines, not by colour alone. */
export function Difference({ a, b, tokens, language, words }: Props) {
  const runs = differenceRuns(a, b, tokens)
  if (runs.every((run) => run.op === 'same')) return <p>{words.identical}</p>
  return (
    <>
      <p className="mb-2 text-sm text-muted">{words.legend}</p>
      <p {...(language === 'und' ? {} : { lang: language })} dir={directionOf(language)} className="read leading-loose">
        {runs.map((run, i) => (
          // Runs have no name of their own, and the list never changes its order.
          <Run key={i} run={run} words={words} />
        ))}
      </p>
    </>
  )
}

function Run({ run, words }: { run: DifferenceRun; words: Props['words'] }) {
  if (run.cut) return <span className="text-muted"> … </span>
  const content = run.parts.map((part, i) =>
    part.mark !== null ? (
      <strong key={i} className="rounded-sm px-0.5 font-semibold outline-2 outline-current">
        {part.text}
      </strong>
    ) : (
      <span key={i}>{part.text}</span>
    ),
  )
  if (run.op === 'delete')
    return (
      <>
        <del className="bg-bad-soft text-bad decoration-2">
          <span className="sr-only">{words.deleted} </span>
          <span aria-hidden="true">[−</span>
          {content}
          <span aria-hidden="true">−]</span>
        </del>{' '}
      </>
    )
  if (run.op === 'insert')
    return (
      <>
        <ins className="bg-good-soft text-good underline decoration-2 underline-offset-4">
          <span className="sr-only">{words.inserted} </span>
          <span aria-hidden="true">[+</span>
          {content}
          <span aria-hidden="true">+]</span>
        </ins>{' '}
      </>
    )
  return <>{content} </>
}
