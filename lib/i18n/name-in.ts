export type Names = { ar?: string | null; en?: string | null; fr?: string | null }

/** The name that a reader of this language knows best, and the language it is in. */
export function nameIn(locale: string, { ar, en, fr }: Names): { text: string; lang: string | undefined } {
  const order =
    locale === 'ar'
      ? ([
          ['ar', ar],
          ['en', en],
          ['fr', fr],
        ] as const)
      : ([
          ['en', en],
          ['fr', fr],
          ['ar', ar],
        ] as const)
  const [lang, text] = order.find(([, name]) => name) ?? [undefined, '']
  return { text: text ?? '', lang }
}
