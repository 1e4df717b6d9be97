import { Fragment } from 'react'

/** A path reads from left to right, whatever the languages of its parts; it may break between them. */
export const FilePath = ({ path }: { path: string }) => (
  <bdi dir="ltr" className="font-normal [overflow-wrap:anywhere]">
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
  </bdi>
)
