'use client'

import { useState } from 'react'
import type { ColumnWords } from '#app/(desk)/batches/_components/column-words.ts'
import { Select } from '#components/ui/field.tsx'
import { TableFrame } from '#components/ui/table.tsx'
import type { PreviewedTables } from '#lib/columns/get-preview.ts'
import type { FieldName } from '#lib/receive/field-names.ts'

type Props = { table: PreviewedTables; caption: string; words: ColumnWords }
type Field = FieldName | ''

const TEXTS: Field[] = ['text', 'html', 'body']

/** The first rows of a table, and above each column what it is taken as; what is chosen is one field of the form. */
export function ColumnTable({ table, caption, words }: Props) {
  const { names, rows, known, columns: initial, isRemembered, signatures } = table
  const [fields, setFields] = useState<Field[]>(() => names.map((name) => fieldOf(initial, name)))
  // Those that are read stand first: a table may have forty columns.
  const [order] = useState(() =>
    names
      .map((_, i) => i)
      .sort((a, b) => place(words, fieldOf(initial, names[a])) - place(words, fieldOf(initial, names[b]))),
  )
  const choose = (at: number, field: Field) =>
    // A field has one column: chosen here, it is not taken from elsewhere.
    setFields((before) => before.map((other, i) => (i === at ? field : other === field ? '' : other)))
  const columns = Object.fromEntries(fields.flatMap((field, i) => (field ? [[field, names[i]]] : [])))
  const holdsText = fields.some((field) => TEXTS.includes(field))

  return (
    <>
      <input type="hidden" name="tables[]" value={JSON.stringify({ signatures, known, isRemembered, columns })} />
      <p role="status" className={holdsText ? 'sr-only' : 'mb-2 rounded-md bg-doubt-soft px-3 py-2 text-doubt'}>
        {holdsText ? '' : words.noText}
      </p>
      <TableFrame
        caption={caption}
        head={order.map((at) => (
          <th
            key={names[at]}
            scope="col"
            className={`${TEXTS.includes(fields[at] ?? '') ? 'min-w-72' : 'min-w-44'} px-3 py-2 text-start align-top font-semibold`}
          >
            <p className="mb-1 [overflow-wrap:anywhere]">
              <bdi>{names[at]}</bdi>
            </p>
            <Select
              aria-label={words.as.replace('{name}', names[at] ?? '')}
              value={fields[at]}
              onChange={(event) => choose(at, event.target.value as Field)}
              className={fields[at] ? 'font-semibold' : 'text-muted'}
            >
              {words.fields.map(({ field, word }) => (
                <option key={field} value={field}>
                  {word}
                </option>
              ))}
              <option value="">{words.ignored}</option>
            </Select>
            <span className="mt-1 block min-h-5 font-normal text-muted">{reasonOf(at)}</span>
          </th>
        ))}
      >
        {rows.map((row, i) => (
          <tr key={i}>
            {order.map((at) => (
              <td key={names[at]} dir="auto" className={`px-3 py-2 align-top ${fields[at] ? '' : 'text-muted'}`}>
                <div className="line-clamp-3 max-w-96 [overflow-wrap:anywhere]">{row[at]}</div>
              </td>
            ))}
          </tr>
        ))}
      </TableFrame>
    </>
  )

  function reasonOf(at: number): string {
    const field = fields[at]
    if (!field) return ''
    if (known[field] === names[at]) return words.known
    return isRemembered && initial[field] === names[at] ? words.remembered : ''
  }
}

const fieldOf = (columns: PreviewedTables['columns'], name: string | undefined): Field =>
  (Object.entries(columns).find(([, of]) => of === name)?.[0] ?? '') as Field

const place = (words: ColumnWords, field: Field): number => {
  const at = words.fields.findIndex((one) => one.field === field)
  return at < 0 ? words.fields.length : at
}
