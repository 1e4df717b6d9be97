import { Fragment } from 'react'

/** A path reads from left to right, whatever the languages of its parts; it may break between them. */
export const FilePath = ({ path }: { path: string }) => (
  <span dir="ltr" className="inline-block min-w-40 font-normal [overflow-wrap:anywhere]">
    {path.split('/').map((part, i) => (
      <Fragment key={i}>
        {i > 0 && (
          <>
            /<wbr />
          </>
        )}
        <bdi>{part}</bdi>
      </Fragment>
    ))}
  </span>
)
