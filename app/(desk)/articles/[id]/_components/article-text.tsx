import { LABEL_LOOKS } from '#components/article/label-badge.tsx'
import type { LabelColour } from '#lib/annotate/label-colours.ts'
import type { Block } from '#lib/core/article.ts'
import { directionOf } from '#lib/text/direction.ts'
import type { Span } from '#lib/text/fold.ts'
import { type Segment, segments } from '#lib/text/segments.ts'

export type NoteMark = Span & {
  kind: 'note'
  id: string
  look: 'highlight' | 'comment' | 'resolved'
  /** Of its label, where it has one. */
  colour?: LabelColour
  label: string
}
export type NameMark = Span & { kind: 'name'; label: string }
/** The rest of a word that a note ends within: the way to the note stands after it, for joined letters must stay joined. */
type TailMark = Span & { kind: 'tail' }
export type Mark = NoteMark | NameMark
type AnyMark = Mark | TailMark

type Props = { text: string; blocks: Block[]; language: string; marks: Mark[]; label: string; toNote: string }

/**
 * The clean text, block by block, with names and notes marked. Every piece of text says where it begins in the stored
 * text (`data-start`), which is how a selection becomes offsets.
 */
export function ArticleText({ text, blocks, language, marks, label, toNote }: Props) {
  const dir = directionOf(language)
  const notes = marks.filter((mark) => mark.kind === 'note')
  const ended = Map.groupBy(notes, (note) => wordEnd(text, note.end))
  const tails = [...ended].flatMap(([end, [note]]): TailMark[] =>
    note && note.end < end ? [{ kind: 'tail', start: note.end, end }] : [],
  )
  const all: AnyMark[] = [...marks, ...tails]
  return (
    <section
      aria-label={label}
      data-article-text
      {...(language === 'und' ? {} : { lang: language })}
      dir={dir}
      className="read max-w-[44rem] space-y-4"
    >
      {blocks.map((block) => {
        const pieces = segments(text, block, all)
        const content = pieces.map((piece) => (
          <Piece key={piece.start} piece={piece} ended={ended.get(piece.end) ?? []} toNote={toNote} />
        ))
        const own = ownDirection(text.slice(block.start, block.end), dir)
        const props = { 'data-block': block.start, ...(own ? { dir: own } : {}) }
        if (block.kind === 'heading')
          return (
            <h3 key={block.start} {...props} className="pt-2 text-[1.1em] font-semibold">
              {content}
            </h3>
          )
        if (block.kind === 'quote')
          return (
            <blockquote key={block.start} {...props} className="border-s-4 border-edge ps-4">
              {content}
            </blockquote>
          )
        if (block.kind === 'list-item')
          return (
            <p key={block.start} {...props} className="ps-5">
              <span aria-hidden="true" className="-ms-5 inline-block w-5 select-none">
                •
              </span>
              {content}
            </p>
          )
        return (
          <p key={block.start} {...props} className={block.kind === 'caption' ? 'text-[0.85em] text-muted' : ''}>
            {content}
          </p>
        )
      })}
    </section>
  )
}

/** The shape says what a note is, the colour what it is labelled; what is settled is quieter than what is open. */
function lookOf({ look, colour }: NoteMark): string {
  // A browser's own mark is bright yellow.
  if (look === 'resolved')
    return 'bg-transparent text-ink underline decoration-muted decoration-dotted underline-offset-4'
  const line = look === 'comment' ? 'underline decoration-accent decoration-2 underline-offset-4' : ''
  return `${LABEL_LOOKS[colour ?? (look === 'comment' ? 'note' : 'mark')]} ${line}`
}

/** More than one lies over it: seen where a colour alone would not say so. */
const OVERLAPPED = 'box-decoration-clone ring-1 ring-muted ring-inset'

/** Where the word ends that a place is within; the place itself where it is within none. */
function wordEnd(text: string, at: number): number {
  const isLetter = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{N}\p{M}\u0640]/u.test(unit)
  let end = at
  if (isLetter(text[at - 1])) while (isLetter(text[end])) end++
  return end
}

/** `ended`: the notes whose last word ends here. */
type PieceProps = { piece: Segment<AnyMark>; ended: readonly NoteMark[]; toNote: string }

function Piece({ piece, ended, toNote }: PieceProps) {
  const notes = piece.marks.filter((mark) => mark.kind === 'note')
  const name = piece.marks.find((mark) => mark.kind === 'name')
  // The shortest is the innermost: what it looks like is seen, the others show at their own ends.
  const top = notes.at(-1)
  const begins = notes.filter((note) => note.start === piece.start)
  const named = name ? 'border-b border-dotted border-accent' : ''
  return (
    <>
      {begins.map((note) => (
        <span key={note.id} id={`mark-${note.id}`} className="scroll-mt-24" />
      ))}
      {top ? (
        <mark
          data-start={piece.start}
          className={`rounded-sm ${lookOf(top)} ${notes.length > 1 ? OVERLAPPED : ''} ${named}`}
          title={[...notes.map((note) => note.label), name?.label].filter(Boolean).join(' · ')}
        >
          {piece.text}
        </mark>
      ) : (
        <span data-start={piece.start} {...(name ? { className: named, title: name.label } : {})}>
          {piece.text}
        </span>
      )}
      {ended.map((note) => (
        <a
          key={note.id}
          href={`#note-${note.id}`}
          title={`${toNote}: ${note.label}`}
          className="mx-0.5 inline-flex size-6 items-center justify-center rounded-full align-super font-sans text-xs leading-none text-accent no-underline select-none hover:bg-accent-soft"
        >
          <span aria-hidden="true">✎</span>
          <span className="sr-only">
            {toNote}: {note.label}
          </span>
        </a>
      ))}
    </>
  )
}

/** A paragraph almost wholly in the other script than the article has its own direction; one that opens with a Latin name has not. */
function ownDirection(text: string, dir: 'rtl' | 'ltr' | 'auto'): 'rtl' | 'ltr' | null {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0
  const other = text.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/gu)?.length ?? 0
  if (dir === 'rtl' && other > 20 && other > arabic * 4) return 'ltr'
  if (dir === 'ltr' && arabic > 20 && arabic > other * 4) return 'rtl'
  return null
}
