import { type DifferenceRun, differenceRuns } from '#components/article/difference-runs.ts'
import { directionOf } from '#lib/text/direction.ts'

type Props = {
  a: string
  b: string
  tokens: Parameters<typeof differenceRuns>[2]
  language: string
  words: { deleted: string; inserted: string; identical: string; legend: string }
}

/** Two texts as one, word by word, in their own direction: what was left out is struck through, what was added underlined. */
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
      <strong key={i} className="mx-0.5 rounded-sm border-2 border-current px-0.5 font-bold">
        {part.text}
      </strong>
    ) : (
      <span key={i}>{part.text}</span>
    ),
  )
  if (run.op === 'delete')
    return (
      <>
        <del className="rounded-sm bg-bad-soft px-0.5 text-bad decoration-1">
          <span className="sr-only">{words.deleted} </span>
          {content}
        </del>{' '}
      </>
    )
  if (run.op === 'insert')
    return (
      <>
        <ins className="rounded-sm bg-good-soft px-0.5 text-good underline decoration-2 underline-offset-6">
          <span className="sr-only">{words.inserted} </span>
          {content}
        </ins>{' '}
      </>
    )
  return <>{content} </>
}
