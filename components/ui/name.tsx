/** A name of another language than the screen's, in its own direction. */
export const Name = ({ text, lang }: { text: string; lang: string | undefined }) => (
  <bdi {...(lang ? { lang } : {})}>{text}</bdi>
)
