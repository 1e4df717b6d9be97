import { Fragment } from 'react'

/** A path or an address reads from left to right, whatever the languages of its parts; it may break between them. */
export function FilePath({ path }: { path: string }) {
  const query = /^https?:/.test(path) ? path.indexOf('?') : -1
  const place = query < 0 ? path : path.slice(0, query)
  return (
    <bdi dir="ltr" className="font-normal [overflow-wrap:anywhere]">
      {/* The two of `https://` stay together. */}
      {place.split(/(?<!\/)\/(?!\/)/).map((part, i) => (
        <Fragment key={i}>
          {i > 0 && (
            <>
              /<wbr />
            </>
          )}
          <bdi>{part}</bdi>
        </Fragment>
      ))}
      {query >= 0 && <bdi dir="ltr">{path.slice(query)}</bdi>}
    </bdi>
  )
}
