const PLACES: Record<string, string> = {
  article: '/articles',
  batch: '/batches',
  bulk: '/bulk',
  entity: '/entities',
  rule: '/rules',
  source: '/sources',
  story: '/stories',
  topic: '/topics',
  user: '/users',
}

/** The screen of what an event was about; null where it has none. */
export function subjectPath({ subjectType, subjectId }: { subjectType: string | null; subjectId: string | null }) {
  const place = subjectType && PLACES[subjectType]
  return place && subjectId ? `${place}/${encodeURIComponent(subjectId)}` : null
}
