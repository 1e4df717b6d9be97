import { Button } from '#components/ui/button.tsx'

type Action = (form: FormData) => Promise<void>
type Props = {
  id: string
  name: string
  isPaused: boolean
  actions: { pause: Action; resume: Action; remove: Action }
  words: { pause: string; resume: string; remove: string }
}

/** Pauses, resumes or deletes what works by itself. */
export function StandingButtons({ id, name, isPaused, actions, words }: Props) {
  const turn = isPaused ? ('resume' as const) : ('pause' as const)
  return (
    <form action={actions[turn]} className="flex flex-wrap gap-2">
      <input type="hidden" name="id" value={id} />
      <Button small aria-label={`${words[turn]}: ${name}`}>
        {words[turn]}
      </Button>
      <Button small look="danger" formAction={actions.remove} aria-label={`${words.remove}: ${name}`}>
        {words.remove}
      </Button>
    </form>
  )
}
