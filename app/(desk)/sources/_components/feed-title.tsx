/** A feed's own title in its own direction, and its address below. */
export const FeedTitle = ({ title, address }: { title: string | null; address: string }) => (
  <>
    {title && (
      <span className="block">
        <bdi>{title}</bdi>
      </span>
    )}
    <span className="block text-sm font-normal break-all text-muted">
      <bdi dir="ltr">{address}</bdi>
    </span>
  </>
)
