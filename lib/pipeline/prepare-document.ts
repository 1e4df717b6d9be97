import { type PreparedArticle, prepareArticle } from '#lib/compare/prepare-article.ts'
import type { ReadArticle } from '#lib/core/article.ts'
import { log } from '#lib/core/log.ts'
import { type DocumentInput, read } from '#lib/read/read.ts'
import { UnreadableError } from '#lib/read/unreadable-error.ts'
import type { ReadVocabulary } from '#lib/read/vocabulary.ts'
import { toTsvector } from '#lib/search/tsvector.ts'
import type { TagVocabulary } from '#lib/tag/compile-vocabulary.ts'
import { type Suggestion, suggestTags } from '#lib/tag/suggest-tags.ts'
import type { VocabularyRows } from '#lib/tag/vocabulary-rows.ts'

/** All that is known of a document without asking what else there is: plain values, so that a thread can answer with them. */
export type PreparedDocument = {
  read: ReadArticle
  prepared: PreparedArticle
  searchVector: string
  tags: Suggestion[]
}

/** A document prepared, or why it could not be. */
export type Outcome = { document: PreparedDocument } | { problem: object }

/** Whom reading can recognise, what tagging can suggest, and the rows that the latter was made of. */
export type StageVocabulary = { reading: ReadVocabulary; tagging: TagVocabulary; tagRows: VocabularyRows }

/** A document by whose id the log can name it. */
export type NamedDocument = DocumentInput & { id: string }

/** Prepares documents, in order; wherever it does so. */
export type Prepare = (
  documents: readonly NamedDocument[],
  vocabulary: StageVocabulary,
) => Outcome[] | Promise<Outcome[]>

/** The stages that need no other article: reading, preparing to compare, tagging, indexing. */
export const prepareDocuments = (documents: readonly NamedDocument[], vocabulary: StageVocabulary): Outcome[] =>
  documents.map((document) => prepareDocument(document, vocabulary))

/** One document never stops its batch: what reading did not expect is logged, and the document kept for another try. */
export function prepareDocument(
  document: NamedDocument,
  { reading, tagging }: Pick<StageVocabulary, 'reading' | 'tagging'>,
): Outcome {
  try {
    return { document: prepared(read(document, reading), tagging) }
  } catch (error) {
    if (error instanceof UnreadableError) return { problem: { key: error.key, stage: 'read', ...error.detail } }
    log.error({ err: error, documentId: document.id, stage: 'read' }, 'document failed')
    return { problem: { key: 'reader-failed', stage: 'read' } }
  }
}

function prepared(article: ReadArticle, tagging: TagVocabulary): PreparedDocument {
  const title = article.title?.value ?? null
  const { text } = article
  const titleTrusted = !article.flags.some((flag) => flag.kind === 'title-mismatch')
  return {
    read: article,
    // A headline of another article would pull this one into that one's story.
    prepared: prepareArticle({ title: titleTrusted ? title : null, text }),
    searchVector: toTsvector(title ?? '', text),
    tags: suggestTags({ title: title ?? '', text, titleTrusted }, tagging),
  }
}
