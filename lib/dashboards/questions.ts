import { countriesTable } from '#lib/dashboards/countries-table.ts'
import { countryCoverage } from '#lib/dashboards/country-coverage.ts'
import { dataQuality } from '#lib/dashboards/data-quality.ts'
import { deskWork } from '#lib/dashboards/desk-work.ts'
import { entitiesRising } from '#lib/dashboards/entities-rising.ts'
import { entitiesTable } from '#lib/dashboards/entities-table.ts'
import { qualityTable } from '#lib/dashboards/quality-table.ts'
import type { Scope } from '#lib/dashboards/scope.ts'
import { sourceOriginality } from '#lib/dashboards/source-originality.ts'
import { sourcesTable } from '#lib/dashboards/sources-table.ts'
import type { Table } from '#lib/dashboards/table.ts'
import { topicsOverTime } from '#lib/dashboards/topics-over-time.ts'
import { topicsTable } from '#lib/dashboards/topics-table.ts'
import { workTable } from '#lib/dashboards/work-table.ts'
import type { Context } from '#lib/db/context.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** A file is not cut where a screen is: all sources and countries, many topics. */
const MANY = 1000

/** Every question, answered as a table for a file. The screens draw the same answers. */
export const QUESTIONS = {
  'topics-over-time': async (ctx: Context, i18n: I18n, scope: Scope) =>
    topicsTable(i18n, scope, await topicsOverTime(ctx, scope, 50)),
  'source-originality': async (ctx: Context, i18n: I18n, scope: Scope) =>
    sourcesTable(i18n, scope, await sourceOriginality(ctx, scope, MANY)),
  'country-coverage': async (ctx: Context, i18n: I18n, scope: Scope) =>
    countriesTable(i18n, scope, await countryCoverage(ctx, scope, MANY)),
  'entities-rising': async (ctx: Context, i18n: I18n, scope: Scope) =>
    entitiesTable(i18n, scope, await entitiesRising(ctx, scope, MANY)),
  'desk-work': async (ctx: Context, i18n: I18n, scope: Scope) => workTable(i18n, scope, await deskWork(ctx, scope)),
  'data-quality': async (ctx: Context, i18n: I18n, scope: Scope) =>
    qualityTable(i18n, scope, await dataQuality(ctx, scope)),
} satisfies Record<string, (ctx: Context, i18n: I18n, scope: Scope) => Promise<Table>>

export type Question = keyof typeof QUESTIONS
export const isQuestion = (name: string): name is Question => Object.hasOwn(QUESTIONS, name)
