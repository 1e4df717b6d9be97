/** Plain rows that a vocabulary is compiled from; the product reads them from the database. */

/** A term of a topic; its weight is 1 where it is only a hint and 2 where it nearly settles the matter. */
export type TermRow = { text: string; weight: number }

export type TopicRow = {
  id: string
  terms: TermRow[]
  /** Phrases that hold a term and mean something else: انقلاب شاحنة is no coup. */
  except?: string[]
}

/** What names and spellings share: those that mean something else too, and longer phrases that are something else. */
type Doubts = {
  /** Names of this subject that count only beside a name that is sure: عمان, Chad. */
  ambiguous?: string[]
  /** Phrases that hold the name and are not the subject: نهر النيجر, Washington Post. */
  except?: string[]
}

export type CountryRow = Doubts & {
  /** ISO 3166-1 alpha-2. */
  id: string
  names: string[]
  demonyms?: string[]
  capitals?: string[]
  /** What stands for the state: البيت الأبيض, الكرملين. */
  metonyms?: string[]
}

export type EntityRow = Doubts & {
  id: string
  names: string[]
  /** Other spellings and short forms. */
  aliases?: string[]
  /** ISO 3166-1 alpha-2 of the country a place lies in: who names Agadez speaks of Niger. */
  within?: string | null
}

/** What was learnt from decisions (learn/codec.ts), and the topics retired since. */
export type LearnedRow = { bytes: Uint8Array; retired: string[] }

export type VocabularyRows = {
  topics: TopicRow[]
  countries: CountryRow[]
  entities: EntityRow[]
  learned?: LearnedRow | null
}

export type SubjectKind = 'topic' | 'entity' | 'country'
export type Subject = { kind: SubjectKind; id: string }
