/** What a stored suggestion was learnt from. */
export type Learnt = { accepted: number; refused: number; sure: boolean }

/** How often people accepted and refused the topic when it was learnt; null where only words suggested it. Pure. */
export function learntOf(evidence: unknown): Learnt | null {
  const { detail } = (evidence ?? {}) as { detail?: Record<string, unknown> }
  const { accepted, refused, sure } = detail ?? {}
  if (typeof accepted !== 'number' || typeof refused !== 'number') return null
  return { accepted, refused, sure: sure !== false }
}
