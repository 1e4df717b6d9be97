import { directionOf } from '#lib/text/direction.ts'

/** Words of an article in their own language, in quotation marks of the reader's. */
export const Quoted = ({ text, language = 'und' }: { text: string; language?: string }) => (
  <q className="break-words">
    <bdi {...(language === 'und' ? {} : { lang: language })} dir={directionOf(language)}>
      {text}
    </bdi>
  </q>
)
