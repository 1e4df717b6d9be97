import '#tests/support/database.ts'

import { beforeAll, describe, expect, test } from 'vitest'
import { restoreBatch } from '#lib/batches/restore-batch.ts'
import { undoBatch } from '#lib/batches/undo-batch.ts'
import { editText } from '#lib/correct/edit-text.ts'
import { pool } from '#lib/db/client.ts'
import { recompareArticles } from '#lib/jobs/handlers/recompare-articles.ts'
import { recountBatch } from '#lib/jobs/handlers/recount-batch.ts'
import { lockStory } from '#lib/stories/lock-story.ts'
import { mergeStories } from '#lib/stories/merge-stories.ts'
import { loadReference } from '#seeds/reference/load-reference.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'
import { deliver, readAll } from '#tests/support/deliver.ts'

const QUAKE =
  'ضرب زلزال بلغت قوته 6.1 درجة على مقياس ريختر سواحل وادي السدر فجر أمس، وقال المرصد الجيولوجي إن مركزه يقع على عمق ' +
  '12 كيلومترا قبالة بلدة المرجانة. وانقطعت الكهرباء عن معظم أحياء المرجانة، وأوضح رئيس البلدية خالد النويري أن أبراج الاتصالات سقطت.'
const STRIKE =
  'دخل إضراب عمال الموانئ أسبوعه الثاني من دون أن تلوح بوادر تسوية بين النقابة وشركة التشغيل. وتكدست مئات الحاويات على ' +
  'الأرصفة، وطالبت غرفة التجارة بوساطة عاجلة لتفادي خسائر الموسم، وقال نقيب العمال إن مطلب زيادة الأجور لا رجعة عنه.'

const machine = systemContext()

beforeAll(async () => {
  await loadReference(machine)
})

/** Articles as they come in, one delivery; by the name of the file. */
async function arrived(texts: Record<string, string>) {
  const files = Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${name}.txt`, text]))
  const batchId = await deliver(machine, files)
  await readAll(machine, batchId)
  const documents = await machine.db.document.findMany({ where: { batchId }, include: { article: true } })
  const named = (name: string) => {
    const article = documents.find((document) => document.path === `${name}.txt`)?.article
    if (!article) throw new Error(`${name} was not read`)
    return article
  }
  return { batchId, named }
}

const now = (id: string) => machine.db.article.findUniqueOrThrow({ where: { id } })
const reread = async (id: string, text: string) => {
  const { revision } = await now(id)
  await editText(await contextOf('editor'), { articleId: id, revision, title: 'عنوان', text })
  await recompareArticles(machine, { articleIds: [id] })
  return now(id)
}

describe('an article whose text has changed', () => {
  test('asks for being compared again', async () => {
    const { named } = await arrived({ asked: `خبر عن سوق التمور في بلدة الصنوبرة\n\n${STRIKE} سوق التمور.` })
    const article = named('asked')
    await editText(await contextOf('editor'), {
      articleId: article.id,
      revision: article.revision,
      title: 'عنوان',
      text: 'نص آخر تماما عن التمور.',
    })
    const { rows } = await pool().query(
      `SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE t.identifier = 'recompare-articles' AND j.key = $1`,
      [`recompare:${article.id}`],
    )
    expect(rows).toEqual([{ payload: { articleIds: [article.id] } }])
  })

  test('joins the copies and the story that its new text has, and leaves those that it had', async () => {
    const { named } = await arrived({
      quake: QUAKE,
      strike: STRIKE,
      furniture: 'القائمة الرئيسية اتصل بنا خريطة الموقع اشترك في النشرة',
    })
    const [quake, furniture] = [named('quake'), named('furniture')]
    expect(furniture.storyId).not.toBe(quake.storyId)
    const joined = await reread(furniture.id, QUAKE)
    expect(joined.storyId).toBe(quake.storyId)
    expect(joined.duplicateGroupId).not.toBeNull()
    expect(joined.duplicateGroupId).toBe((await now(quake.id)).duplicateGroupId)
    expect(joined.withdrawnAt).toBeNull()
    expect(await machine.db.duplicatePair.count({ where: { OR: [{ aId: joined.id }, { bId: joined.id }] } })).toBe(1)
    const story = await machine.db.story.findUniqueOrThrow({ where: { id: quake.storyId as string } })
    expect(story.articleCount).toBe(2)

    const left = await reread(
      furniture.id,
      'يفتتح معرض الكتاب دورته الثلاثين في قصر المؤتمرات بمشاركة مئتي ناشر من عشرين بلدا.',
    )
    expect(left.duplicateGroupId).toBeNull()
    expect(left.storyId).not.toBe(quake.storyId)
    expect(await machine.db.duplicatePair.count({ where: { OR: [{ aId: left.id }, { bId: left.id }] } })).toBe(0)
    expect((await machine.db.story.findUniqueOrThrow({ where: { id: quake.storyId as string } })).articleCount).toBe(1)
  })

  test('keeps its own story where it finds no other, and running twice changes nothing', async () => {
    const { named } = await arrived({
      alone: 'أعلنت وزارة الثقافة ترميم قلعة الصنوبرة القديمة بكلفة ثلاثة ملايين على مدى عامين.',
    })
    const alone = named('alone')
    const after = await reread(
      alone.id,
      'أعلنت وزارة الثقافة ترميم قلعة الصنوبرة القديمة بكلفة أربعة ملايين على مدى ثلاثة أعوام كاملة.',
    )
    expect(after.storyId).toBe(alone.storyId)
    await recompareArticles(machine, { articleIds: [alone.id] })
    expect((await now(alone.id)).storyId).toBe(alone.storyId)
  })

  test('stays where an editor has put its story together, and in a locked story', async () => {
    const editor = await contextOf('editor')
    const { named } = await arrived({
      bakery: 'أضرب الخبازون في حي الزيتونة احتجاجا على سعر الدقيق، وأغلقت عشرون مخبزة أبوابها منذ الفجر.',
      flour: 'وصلت إلى المرفأ باخرة تحمل ثلاثين ألف طن من الدقيق، وقال مدير الديوان إن التوزيع يبدأ غدا.',
      locked: 'فاز فريق الهلال على ضيفه النجم بهدفين في افتتاح الدوري، وسجل المهاجم سامي الهدف الثاني.',
    })
    const [bakery, flour, locked] = [named('bakery'), named('flour'), named('locked')]
    await mergeStories(editor, { storyId: bakery.storyId as string, otherIds: [flour.storyId as string], reason: '' })
    await lockStory(editor, { storyId: locked.storyId as string, locked: true, reason: '' })
    expect((await reread(flour.id, STRIKE)).storyId).toBe(bakery.storyId)
    expect((await reread(locked.id, STRIKE)).storyId).toBe(locked.storyId)
  })
})

describe('a batch that was undone', () => {
  const counted = async () => Number((await machine.db.termCount.findUnique({ where: { key: 0 } }))?.articles ?? 0)
  const centroidOf = async (id: string) =>
    Buffer.from((await machine.db.story.findUniqueOrThrow({ where: { id } })).centroid).toString('hex')

  test('tells nothing any more of terms and of the stories it leaves; brought back it does, once', async () => {
    const manager = await contextOf('admin')
    const FIRE =
      'التهم حريق سوق القطن في بلدة العريشة، وقال رئيس البلدية منصور الدالي إن ثلاثين متجرا احترقت قرب محطة القطار.'
    const { named } = await arrived({ fire: FIRE })
    const storyId = named('fire').storyId as string
    const before = { terms: await counted(), centroid: await centroidOf(storyId) }
    const more = await arrived({
      more: 'بعد حريق سوق القطن في العريشة، أمر رئيس البلدية منصور الدالي بإغلاق السوق أسبوعا وبتعويض أصحاب المتاجر الثلاثين.',
    })
    expect(more.named('more').storyId).toBe(storyId)
    expect(await counted()).toBe(before.terms + 1)

    await undoBatch(manager, { batchId: more.batchId })
    const { rows } = await pool().query(`SELECT 1 FROM graphile_worker._private_jobs WHERE key = $1`, [
      `recount:${more.batchId}`,
    ])
    expect(rows).toHaveLength(1)
    await recountBatch(machine, { batchId: more.batchId })
    await recountBatch(machine, { batchId: more.batchId })
    expect(await counted()).toBe(before.terms)
    const undone = await centroidOf(storyId)

    await restoreBatch(manager, { batchId: more.batchId })
    await recountBatch(machine, { batchId: more.batchId })
    await recountBatch(machine, { batchId: more.batchId })
    expect(await counted()).toBe(before.terms + 1)
    expect(await centroidOf(storyId)).not.toBe(undone)
  })
})
