import '#tests/support/database.ts'

import { expect, test } from 'vitest'
import { pool } from '#lib/db/client.ts'
import { recentreStories } from '#lib/jobs/handlers/recentre-stories.ts'
import { splitStory } from '#lib/stories/split-story.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'

const MEETING = 'اجتمع وزراء خارجية دول الساحل في نيامي لبحث أمن الحدود، وأعلن الوزراء تشكيل لجنة مشتركة للأمن.'
const FLOOD = 'غمرت السيول أحياء في تيلابيري وشردت مئات الأسر، وأقامت السلطات مخيمات لإيواء المتضررين من الفيضانات.'

test('after a split, what comes next is compared with what each story is now', async () => {
  const ctx = await contextOf('editor')
  const meeting = await anArticle(ctx, { title: 'اجتماع وزراء الساحل', text: MEETING })
  const flood = await anArticle(ctx, { title: 'سيول تيلابيري', text: FLOOD, storyId: meeting.storyId })
  await splitStory(ctx, { storyId: meeting.storyId as string, articleIds: [flood.id], reason: '' })

  const asked = await pool().query(
    `SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = 'recentre-stories'`,
  )
  expect(asked.rows.length).toBeGreaterThan(0)
  for (const { payload } of asked.rows) await recentreStories(systemContext(), payload)

  const { storyId } = await ctx.db.article.findUniqueOrThrow({ where: { id: flood.id } })
  const stories = await ctx.db.story.findMany({ where: { id: { in: [meeting.storyId as string, storyId as string] } } })
  expect(stories.map((story) => story.centroid.length > 0)).toEqual([true, true])
  const keysOf = async (id: string) =>
    (await ctx.db.storyLookup.findMany({ where: { storyId: id }, select: { key: true } })).map(({ key }) => key)
  const [ofMeeting, ofFlood] = [await keysOf(meeting.storyId as string), await keysOf(storyId as string)]
  expect(ofMeeting.length).toBeGreaterThan(5)
  expect(ofFlood.length).toBeGreaterThan(5)
  expect(ofFlood.filter((key) => ofMeeting.includes(key)).length).toBeLessThan(ofFlood.length / 2)
})
