import { type Draft, emptyDraft } from '#lib/read/draft.ts'
export function readPage(_html: string, _address: string | null): Draft { return emptyDraft() }
