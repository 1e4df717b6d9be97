import { expect, test } from 'vitest'
import { deviceCookie, deviceOf, newDevice } from '#lib/auth/device.ts'

const SECRET = 'a secret of the tests, of no use elsewhere'

test("a browser's token is good for the account it was made for, however its address is written", () => {
  const token = newDevice('salma@desk.example', SECRET)
  expect(deviceOf(token, ' Salma@Desk.example', SECRET)).toBe(token.split('.')[0])
  expect(deviceCookie('Salma@desk.example ')).toBe(deviceCookie('salma@desk.example'))
})

test('a token of another account, of another installation, made up or cut short is none', () => {
  const token = newDevice('salma@desk.example', SECRET)
  expect(deviceOf(token, 'idris@desk.example', SECRET)).toBeNull()
  expect(deviceOf(token, 'salma@desk.example', `${SECRET}!`)).toBeNull()
  for (const forged of ['', '.', 'a.b', `x${token}`, token.slice(0, -1), token.split('.')[0]])
    expect(deviceOf(forged, 'salma@desk.example', SECRET)).toBeNull()
})
