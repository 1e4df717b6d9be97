import { Badge, type Tone } from '#components/ui/badge.tsx'
import type { ArticleLine } from '#lib/core/article-line.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

const TONES: Record<ArticleLine['state'], Tone> = { new: 'accent', working: 'doubt', done: 'good', archived: 'neutral' }

/** How far the desk is with an article. */
export const StateBadge = ({ state, i18n }: { state: ArticleLine['state']; i18n: I18n }) => (
  <Badge tone={TONES[state]}>{i18n.t(`desk.state.${state}`)}</Badge>
)
