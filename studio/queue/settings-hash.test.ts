import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '#core/formats/format'
import { canonicalJson, settingsHash } from './settings-hash.ts'

/** The same value with the key order of all its objects reversed. */
function turnedRound(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(turnedRound)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value as JsonObject).map(([key, member]) => [key, turnedRound(member)])
  return Object.fromEntries(members.toReversed()) as JsonValue
}

it('is the same whatever the order of keys, and other for other values', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [one, other] = [a as JsonValue, b as JsonValue]
      expect(settingsHash(turnedRound(one))).toBe(settingsHash(one))
      expect(JSON.parse(canonicalJson(one))).toEqual(JSON.parse(JSON.stringify(one)))
      const areSame = canonicalJson(one) === canonicalJson(other)
      expect(settingsHash(one) === settingsHash(other)).toBe(areSame)
    }),
  )
})

it('leaves out what is undefined, and minds the order of lists', () => {
  expect(settingsHash({ a: 1, b: undefined })).toBe(settingsHash({ a: 1 }))
  expect(settingsHash([1, 2])).not.toBe(settingsHash([2, 1]))
})
