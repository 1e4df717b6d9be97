import { describe, expect, test } from 'vitest'
import { mentionedUsers } from '#lib/annotate/mentioned-users.ts'

const DESK = [
  { id: 'salma', name: 'سلمى بن يوسف', email: 'salma@desk.example' },
  { id: 'ahmad', name: 'أحمد الفزاني', email: 'a.fezzani@desk.example' },
  { id: 'ahmad2', name: 'أحمد', email: 'ahmad.s@desk.example' },
  { id: 'zeinab', name: 'Zeinab Kanté', email: 'zkante@desk.example' },
]

describe('who is mentioned', () => {
  test.each([
    ['by the whole name', '@سلمى بن يوسف هل تأكد؟', ['salma']],
    ['by a first name that one colleague has', 'رأي @سلمى، من فضلك', ['salma']],
    ['spelt without hamza and accents', '@احمد الفزاني و@zeinab kante', ['ahmad', 'zeinab']],
    ['with tashkeel', '@سَلْمى', ['salma']],
    ['by what stands before the @ of the address', 'cc @zkante @a.fezzani', ['zeinab', 'ahmad']],
    ['the longest name that fits is meant', '@أحمد الفزاني', ['ahmad']],
    ['once, however often', '@سلمى @salma', ['salma']],
  ])('%s', (_, body, ids) => expect(mentionedUsers(body, DESK)).toEqual(ids))

  test.each([
    ['a name two colleagues have', '@أحمد'],
    ['a longer word that begins with a name', '@سلمىات'],
    ['an address', 'salma@zkante.example'],
    ['a name without the sign', 'سلمى بن يوسف'],
    ['nobody', '@ @@ @فلان'],
  ])('not by %s', (_, body) => expect(mentionedUsers(body, DESK)).toEqual([]))
})
