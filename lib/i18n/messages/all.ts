import { account } from '#lib/i18n/messages/account.ts'
import { annotations } from '#lib/i18n/messages/annotations.ts'
import { article } from '#lib/i18n/messages/article.ts'
import { attention } from '#lib/i18n/messages/attention.ts'
import { audit } from '#lib/i18n/messages/audit.ts'
import { auditLog } from '#lib/i18n/messages/audit-log.ts'
import { batches } from '#lib/i18n/messages/batches.ts'
import { bulk } from '#lib/i18n/messages/bulk.ts'
import { common } from '#lib/i18n/messages/common.ts'
import { dashboards } from '#lib/i18n/messages/dashboards.ts'
import { desk } from '#lib/i18n/messages/desk.ts'
import { errors } from '#lib/i18n/messages/errors.ts'
import { flags } from '#lib/i18n/messages/flags.ts'
import { lists } from '#lib/i18n/messages/lists.ts'
import { newNames } from '#lib/i18n/messages/new-names.ts'
import { notices } from '#lib/i18n/messages/notices.ts'
import { palette } from '#lib/i18n/messages/palette.ts'
import { reread } from '#lib/i18n/messages/reread.ts'
import { review } from '#lib/i18n/messages/review.ts'
import { rules } from '#lib/i18n/messages/rules.ts'
import { search } from '#lib/i18n/messages/search.ts'
import { signIn } from '#lib/i18n/messages/sign-in.ts'
import { sources } from '#lib/i18n/messages/sources.ts'
import { stories } from '#lib/i18n/messages/stories.ts'
import { tags } from '#lib/i18n/messages/tags.ts'
import { tokens } from '#lib/i18n/messages/tokens.ts'
import { triage } from '#lib/i18n/messages/triage.ts'
import { users } from '#lib/i18n/messages/users.ts'
import { vocabulary } from '#lib/i18n/messages/vocabulary.ts'
import { watches } from '#lib/i18n/messages/watches.ts'

/** Every string of the interface, by area: one file an area, both languages side by side in it. */
export const MESSAGES = {
  ar: {
    account: account.ar,
    auditLog: auditLog.ar,
    lists: lists.ar,
    sources: sources.ar,
    tokens: tokens.ar,
    palette: palette.ar,
    triage: triage.ar,
    users: users.ar,
    vocabulary: vocabulary.ar,
    article: article.ar,
    annotations: annotations.ar,
    newNames: newNames.ar,
    notices: notices.ar,
    attention: attention.ar,
    stories: stories.ar,
    audit: audit.ar,
    batches: batches.ar,
    bulk: bulk.ar,
    common: common.ar,
    tags: tags.ar,
    flags: flags.ar,
    desk: desk.ar,
    dashboards: dashboards.ar,
    errors: errors.ar,
    reread: reread.ar,
    review: review.ar,
    search: search.ar,
    rules: rules.ar,
    signIn: signIn.ar,
    watches: watches.ar,
  },
  en: {
    account: account.en,
    auditLog: auditLog.en,
    lists: lists.en,
    sources: sources.en,
    tokens: tokens.en,
    palette: palette.en,
    triage: triage.en,
    users: users.en,
    vocabulary: vocabulary.en,
    article: article.en,
    annotations: annotations.en,
    newNames: newNames.en,
    notices: notices.en,
    attention: attention.en,
    stories: stories.en,
    audit: audit.en,
    batches: batches.en,
    bulk: bulk.en,
    common: common.en,
    tags: tags.en,
    flags: flags.en,
    desk: desk.en,
    dashboards: dashboards.en,
    errors: errors.en,
    reread: reread.en,
    review: review.en,
    search: search.en,
    rules: rules.en,
    signIn: signIn.en,
    watches: watches.en,
  },
}
