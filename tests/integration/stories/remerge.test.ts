import '#tests/support/database.ts'

import { beforeEach, describe, expect, test } from 'vitest'
import { inCompareTurn } from '#lib/compare/compare-turn.ts'
import { recentreStories } from '#lib/compare/recentre-stories.ts'
import { pool } from '#lib/db/client.ts'
import { remergeSince, remergeSplitStories } from '#lib/jobs/handlers/remerge-split-stories.ts'
import { remergeStories } from '#lib/jobs/handlers/remerge-stories.ts'
import { lockStory } from '#lib/stories/lock-story.ts'
import { splitStory } from '#lib/stories/split-story.ts'
import { undo } from '#lib/undo.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'

const QUAKE_A = {
  title: 'زلزال بقوة 6.1 درجة يضرب سواحل وادي السدر',
  text:
    'ضرب زلزال بلغت قوته 6.1 درجة على مقياس ريختر سواحل وادي السدر فجر أمس، وقال المرصد الجيولوجي إن مركزه يقع على عمق ' +
    '12 كيلومترا قبالة بلدة المرجانة. وانقطعت الكهرباء عن معظم أحياء المرجانة، وأوضح رئيس البلدية خالد النويري أن أبراج الاتصالات سقطت.',
}
const QUAKE_B = {
  title: 'هلع في المرجانة بعد هزة أرضية قوية',
  text:
    'قضى سكان بلدة المرجانة ليلتهم في العراء بعد هزة أرضية قوية قبالة سواحل وادي السدر. وقدر المرصد الجيولوجي قوة الزلزال ' +
    'بـ6.1 درجة على مقياس ريختر، وطالب رئيس البلدية خالد النويري الأهالي بالابتعاد عن الأبنية المتصدعة ريثما تعود الكهرباء.',
}
const STRIKE = {
  title: 'إضراب عمال الموانئ يدخل أسبوعه الثاني',
  text:
    'دخل إضراب عمال الموانئ أسبوعه الثاني من دون أن تلوح بوادر تسوية بين النقابة وشركة التشغيل. وتكدست مئات الحاويات على ' +
    'الأرصفة، وطالبت غرفة التجارة بوساطة عاجلة لتفادي خسائر الموسم.',
}

const machine = systemContext()
let one: { id: string; storyId: string }
let other: { id: string; storyId: string }

/** Three reports as streaming would leave them had it split one event: each in a story of its own. */
beforeEach(async () => {
  await machine.db.article.updateMany({ data: { withdrawnAt: NOW } })
  await machine.db.story.updateMany({ data: { articleCount: 0 } })
  await machine.db.storyLookup.deleteMany()
  const placed = []
  for (const given of [QUAKE_A, QUAKE_B, STRIKE]) placed.push(await anArticle(machine, given))
  const [a, b] = placed
  one = { id: a?.id as string, storyId: a?.storyId as string }
  other = { id: b?.id as string, storyId: b?.storyId as string }
  await recentre(placed.map(({ storyId }) => storyId as string))
})

const recentre = (ids: string[]) => inCompareTurn(pool(), (client) => recentreStories(client, ids))

async function remerged(apply = true): Promise<string[][]> {
  const merges: string[][] = []
  for await (const { a, b } of remergeSplitStories(machine, remergeSince(NOW), apply)) merges.push([a, b].sort())
  return merges
}

const storyOf = async ({ id }: { id: string }) =>
  (await machine.db.article.findUniqueOrThrow({ where: { id } })).storyId as string

describe('the nightly pass', () => {
  test('merges two stories of one event and leaves the third alone; the next night it finds nothing', async () => {
    expect(await remerged()).toEqual([[one.storyId, other.storyId].sort()])
    expect(await storyOf(one)).toBe(await storyOf(other))
    const kept = await machine.db.story.findUniqueOrThrow({ where: { id: await storyOf(one) } })
    expect(kept.articleCount).toBe(2)
    expect(await remerged()).toEqual([])
  })

  test('only tells what it would merge where that is all it is asked', async () => {
    expect(await remerged(false)).toHaveLength(1)
    expect(await storyOf(one)).not.toBe(await storyOf(other))
  })

  test('runs at three by the desk’s clock, and at no other hour', async () => {
    await remergeStories({ ...machine, now: () => new Date('2026-11-17T09:00:00Z') })
    expect(await storyOf(one)).not.toBe(await storyOf(other))
    for (let hour = 0; hour < 24; hour++)
      await remergeStories({ ...machine, now: () => new Date(Date.UTC(2026, 10, 17, hour)) })
    expect(await storyOf(one)).toBe(await storyOf(other))
  })

  test('puts everything into the story that an editor has named, whose name stays', async () => {
    await machine.db.story.update({ where: { id: other.storyId }, data: { title: 'زلزال المرجانة' } })
    expect(await remerged()).toHaveLength(1)
    expect(await storyOf(one)).toBe(other.storyId)
    expect((await machine.db.story.findUniqueOrThrow({ where: { id: other.storyId } })).title).toBe('زلزال المرجانة')
  })

  test('leaves two alone that editors have both named', async () => {
    await machine.db.story.updateMany({ where: { id: { in: [one.storyId, other.storyId] } }, data: { title: 'عنوان' } })
    expect(await remerged()).toEqual([])
  })

  test('does not touch a locked story', async () => {
    await lockStory(await contextOf('editor'), { storyId: other.storyId, locked: true, reason: '' })
    expect(await remerged()).toEqual([])
  })

  test('does not bring together what an editor has split', async () => {
    const ctx = await contextOf('editor')
    expect(await remerged()).toHaveLength(1)
    await splitStory(ctx, { storyId: await storyOf(one), articleIds: [other.id], reason: 'حدثان' })
    await recentre([await storyOf(one), await storyOf(other)])
    expect(await remerged()).toEqual([])
  })

  test('is in the history as the machine’s; an editor takes it back, and the next night respects it', async () => {
    expect(await remerged()).toHaveLength(1)
    const event = await machine.db.auditEvent.findFirstOrThrow({
      where: { kind: 'story.remerged', subjectId: await storyOf(one) },
    })
    expect(event.actorId).toBeNull()
    await undo(await contextOf('editor'), { eventId: event.id })
    expect(await storyOf(one)).not.toBe(await storyOf(other))
    await recentre([await storyOf(one), await storyOf(other)])
    expect(await remerged()).toEqual([])
  })
})

test('what a person did is taken back by that person alone, also now that the machine’s doing is anybody’s', async () => {
  const { eventId } = await lockStory(await contextOf('editor'), { storyId: one.storyId, locked: true, reason: '' })
  await expect(undo(await contextOf('editor'), { eventId })).rejects.toMatchObject({ key: 'nothingToUndo' })
})
