import type { I18n } from '#lib/i18n/i18n.ts'

/** The words of the drop zone; `{done}`, `{total}`, `{percent}` and `{count}` are filled in by the browser. */
export function dropWords({ t }: I18n) {
  const word = <K extends string>(key: K) => t.raw(`batches.drop.${key}` as 'batches.drop.hint') as string
  return {
    hint: word('hint'),
    formats: word('formats'),
    files: word('files'),
    folder: word('folder'),
    collecting: word('collecting'),
    sending: word('sending'),
    progress: word('progress'),
    starting: word('starting'),
    cancel: word('cancel'),
    cancelled: word('cancelled'),
    failed: word('failed'),
    retry: word('retry'),
    skip: word('skip'),
    noFiles: word('noFiles'),
    more: word('more'),
    errors: {
      offline: word('offline'),
      tooLarge: t('errors.tooLarge'),
      signedOut: t('errors.signedOut'),
      forbidden: t('errors.forbidden'),
      conflict: t('errors.conflict'),
      internal: t('errors.internal'),
    } as Record<string, string>,
  }
}

export type DropWords = ReturnType<typeof dropWords>
