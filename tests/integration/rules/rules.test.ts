import '#tests/support/database.ts'
import { beforeEach, expect, test } from 'vitest'
import { getBulkRun } from '#lib/bulk/get-bulk-run.ts'
import { runBulkPage } from '#lib/bulk/run-bulk-page.ts'
import { StartBulkRunInput, startBulkRun } from '#lib/bulk/start-bulk-run.ts'
import type { Context } from '#lib/db/context.ts'
import { enqueue } from '#lib/jobs/queue.ts'
import { startWorker } from '#lib/jobs/worker.ts'
import { listRules } from '#lib/rules/list-rules.ts'
import { RULE } from '#lib/rules/rule-standing.ts'
import { runRules } from '#lib/rules/run-rules.ts'
import { SaveRuleInput, saveRule } from '#lib/rules/save-rule.ts'
import { tryRule } from '#lib/rules/try-rule.ts'
import { undo } from '#lib/undo.ts'
import { undoRun } from '#lib/undo-run.ts'
import { SaveWatchInput, saveWatch } from '#lib/watches/save-watch.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { loadReference } from '#seeds/reference/load-reference.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'
import { deliver, readAll } from '#tests/support/deliver.ts'

const ctx = systemContext()
const { db } = ctx
const SECURITY = 'topic:medtop:16000000'

const write = (by: Context, given: object) =>
  saveRule(by, SaveRuleInput.parse({ name: 'قاعدة', filter: 'agency=AFP', flag: 'true', ...given }))

/** Each test has the rules it writes, and no others. */
beforeEach(async () => {
  await db.deskRule.updateMany({ data: { deletedAt: ctx.now() } })
})

const tagsOf = async (articleId: string) =>
  (await db.articleTag.findMany({ where: { articleId }, orderBy: { id: 'asc' } })).map(
    ({ topicId, country, origin, state }) => ({ subject: topicId ?? country, origin, state }),
  )

test('what arrives and matches is tagged, given to somebody, moved and flagged; what does not match is left alone', async () => {
  await loadReference(ctx)
  const manager = await contextOf('manager')
  const editor = await contextOf('editor')
  await write(manager, {
    name: 'وكالات',
    subjects: [SECURITY, 'country:NE'],
    userId: editor.actor.userId,
    state: 'working',
    notify: 'true',
  })
  const [match, other] = [await anArticle(ctx, { agency: 'AFP' }), await anArticle(ctx, { agency: 'AP' })]
  await runRules(ctx, [match.id, other.id])
  expect(await tagsOf(match.id)).toEqual([
    { subject: 'medtop:16000000', origin: 'rule', state: 'accepted' },
    { subject: 'NE', origin: 'rule', state: 'accepted' },
  ])
  expect(await db.article.findUnique({ where: { id: match.id }, include: { flags: true } })).toMatchObject({
    state: 'working',
    assigneeId: editor.actor.userId,
    flags: [{ kind: 'desk-rule', evidence: { detail: { name: 'وكالات' } } }],
  })
  expect(await db.notice.findMany({ where: { userId: manager.actor.userId as string } })).toMatchObject([
    { kind: 'rule', articleId: match.id, articles: 1 },
  ])
  expect(await tagsOf(other.id)).toEqual([])
  expect(await db.article.findUnique({ where: { id: other.id } })).toMatchObject({ state: 'new', assigneeId: null })
  expect(await listRules(manager)).toMatchObject([{ name: 'وكالات', matched: 1 }])
})

test('a rule does not overrule a person: what was rejected, taken or moved on stays', async () => {
  const [manager, editor] = [await contextOf('manager'), await contextOf('editor')]
  await write(manager, { subjects: ['country:NE'], userId: manager.actor.userId, state: 'archived' })
  const { id } = await anArticle(ctx, { agency: 'AFP', tags: [{ country: 'NE', state: 'rejected' }] })
  await db.article.update({ where: { id }, data: { assigneeId: editor.actor.userId, state: 'working' } })
  await runRules(ctx, [id])
  await runRules(ctx, [id])
  expect(await tagsOf(id)).toMatchObject([{ subject: 'NE', state: 'rejected' }])
  expect(await db.article.findUnique({ where: { id } })).toMatchObject({
    assigneeId: editor.actor.userId,
    state: 'working',
  })
})

test('the pipeline tells the rules of what it has stored', async () => {
  const editor = await contextOf('editor')
  await write(editor, { filter: 'q=زرنيخ', subjects: ['country:MA'] })
  const text = (what: string) =>
    `${what} في آبار الواحة\n\nقال خبراء إن ${what} ظهر في مياه ثلاث آبار من أصل سبع فُحصت هذا الشهر في الواحة الجنوبية.\n\nوأضافوا أن الفحص سيُعاد بعد أسبوعين.`
  const batchId = await deliver(ctx, { 'a.txt': text('زرنيخ'), 'b.txt': text('ملح') })
  await readAll(ctx, batchId)
  const worker = await startWorker(ctx)
  const articles = await db.article.findMany({ where: { batchId }, include: { tags: true } })
  const poisoned = articles.find(({ title }) => title?.startsWith('زرنيخ'))
  await expect
    .poll(() => db.articleTag.count({ where: { articleId: poisoned?.id as string, country: 'MA', origin: 'rule' } }), {
      timeout: 15_000,
    })
    .toBe(1)
  await worker.stop()
  expect(await db.articleTag.count({ where: { country: 'MA', origin: 'rule' } })).toBe(1)
})

test('a rule that cannot be done holds up no other and no watch, is tried again by itself, and nobody is told twice', async () => {
  const editor = await contextOf('editor')
  const broken = await write(editor, { filter: 'agency=KUNA' })
  await db.deskRule.update({ where: { id: broken.ruleId }, data: { actions: {} } })
  const { ruleId } = await write(editor, { filter: 'agency=KUNA', notify: 'true' })
  await saveWatch(
    editor,
    SaveWatchInput.parse({ name: 'م', filter: 'agency=KUNA', pace: 'daily', inDesk: 'true', timeZone: 'UTC' }),
  )
  const { id } = await anArticle(ctx, { agency: 'KUNA' })
  await enqueue(db, 'act-on-arrivals', { articleIds: [id] })
  const worker = await startWorker(ctx)
  const found = () => db.watchHit.count({ where: { articleId: id } })
  const failed = () => db.$queryRaw`SELECT 1 FROM graphile_worker.jobs
    WHERE task_identifier = 'act-on-arrivals' AND attempts > 0 AND last_error IS NOT NULL`
  await expect.poll(found, { timeout: 15_000 }).toBe(1)
  await expect.poll(failed, { timeout: 15_000 }).toHaveLength(1)
  // Its second attempt comes after some three seconds.
  await db.deskRule.update({
    where: { id: broken.ruleId },
    data: { actions: { flag: true, subjects: ['country:MR'] } },
  })
  await expect.poll(async () => (await tagsOf(id)).length, { timeout: 15_000 }).toBe(1)
  await worker.stop()
  expect(await db.deskRule.findUnique({ where: { id: ruleId } })).toMatchObject({ matched: 1 })
  expect(await db.notice.count({ where: { articleId: id, kind: 'rule' } })).toBe(1)
}, 40_000)

test('who may not give work applies no rule that gives it: the run changes nothing at all', async () => {
  const [manager, editor] = [await contextOf('manager'), await contextOf('editor')]
  const { id } = await anArticle(ctx, { agency: 'ANSA' })
  const { ruleId } = await write(manager, {
    filter: 'agency=ANSA',
    subjects: ['country:ML'],
    userId: manager.actor.userId,
  })
  const { runId } = await startBulkRun(
    editor,
    StartBulkRunInput.parse({ command: 'apply-rule', filter: 'agency=ANSA', ruleId }),
  )
  await runBulkPage(editor, runId)
  await runBulkPage(editor, runId)
  expect(await getBulkRun(editor, runId)).toMatchObject({ state: 'done', changed: 0 })
  expect(await tagsOf(id)).toEqual([])
})

test('a rule is tried on the archive, then applied to it as a run that one undo takes back', async () => {
  const editor = await contextOf('editor')
  const ids = await Promise.all(Array.from({ length: 3 }, async () => (await anArticle(ctx, { agency: 'EFE' })).id))
  expect(await tryRule(editor, 'agency=EFE')).toMatchObject({ count: 3, capped: false, rows: { length: 3 } })
  expect(await tryRule(editor, 'page=2')).toMatchObject({ count: 0, rows: [] })
  const { ruleId } = await write(editor, { filter: 'agency=EFE', subjects: ['country:ML'] })
  const { runId } = await startBulkRun(
    editor,
    StartBulkRunInput.parse({ command: 'apply-rule', filter: 'agency=EFE', ruleId }),
  )
  await runBulkPage(editor, runId)
  await runBulkPage(editor, runId)
  expect(await getBulkRun(editor, runId)).toMatchObject({ state: 'done', changed: 3 })
  const given = () => db.articleTag.count({ where: { articleId: { in: ids }, country: 'ML' } })
  const flagged = () => db.articleFlag.count({ where: { articleId: { in: ids }, kind: 'desk-rule' } })
  expect([await given(), await flagged()]).toEqual([3, 3])
  expect(await undoRun(editor, runId)).toEqual({ undone: 2, left: 0 })
  expect([await given(), await flagged()]).toEqual([0, 0])
})

test('a rule is edited, paused, deleted, and each is taken back', async () => {
  const editor = await contextOf('editor')
  const { ruleId, eventId } = await write(editor, {})
  const { id } = await anArticle(ctx, { agency: 'AFP' })
  const flags = () => db.articleFlag.count({ where: { articleId: id } })
  const paused = await RULE.pause(editor, { id: ruleId })
  await runRules(ctx, [id])
  expect(await flags()).toBe(0)
  await expect(RULE.pause(editor, { id: ruleId })).rejects.toMatchObject({ key: 'conflict' })
  await undo(editor, { eventId: paused.eventId })
  await expect(RULE.resume(editor, { id: ruleId })).rejects.toMatchObject({ key: 'conflict' })
  const edited = await write(editor, { ruleId, name: 'أخرى', filter: 'agency=AP' })
  await runRules(ctx, [id])
  expect(await flags()).toBe(0)
  await undo(editor, { eventId: edited.eventId })
  const deleted = await RULE.remove(editor, { id: ruleId })
  expect(await listRules(editor)).toEqual([])
  await undo(editor, { eventId: deleted.eventId })
  await runRules(ctx, [id])
  expect(await flags()).toBe(1)
  await undo(editor, { eventId })
  expect(await listRules(editor)).toEqual([])
})

test('a rule names what it asks and does, and gives work only as far as its writer may', async () => {
  const editor = await contextOf('editor')
  const colleague = await contextOf('editor')
  await expect(write(editor, { filter: 'page=3' })).rejects.toMatchObject({ key: 'invalid' })
  await expect(write(editor, { userId: colleague.actor.userId })).rejects.toMatchObject({ key: 'forbidden' })
  await expect(write(editor, { subjects: ['topic:medtop:0'] })).rejects.toMatchObject({ key: 'notFound' })
  await expect(write(editor, { userId: editor.actor.userId })).resolves.toHaveProperty('ruleId')
  expect(SaveRuleInput.safeParse({ name: 'x', filter: 'agency=AFP' }).success).toBe(false)
})
