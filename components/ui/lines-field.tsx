import { controlClass, Field } from '#components/ui/field.tsx'

type Props = { label: string; hint?: string; name: string; values: string[]; dir?: 'auto' | 'ltr' | 'rtl' }

/** Several values, one a line. Without `dir` each line takes the direction of its own words. */
export const LinesField = ({ label, hint, name, values, dir = 'auto' }: Props) => (
  <Field label={label} {...(hint ? { hint } : {})}>
    <textarea
      name={name}
      dir={dir}
      rows={Math.min(12, Math.max(3, values.length + 1))}
      defaultValue={values.join('\n')}
      className={`${controlClass} py-1.5 ${dir === 'auto' ? '[unicode-bidi:plaintext]' : ''}`}
    />
  </Field>
)
