import { Badge, type Tone } from '#components/ui/badge.tsx'
import type { BatchState as State } from '#lib/db/generated/enums.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

const TONES: Record<State, Tone> = { receiving: 'neutral', reading: 'accent', done: 'good', undone: 'doubt' }

export async function BatchState({ state }: { state: State }) {
  const { t } = await requestI18n()
  return <Badge tone={TONES[state]}>{t(`batches.states.${state}`)}</Badge>
}
