import fc from 'fast-check'
import type { JsonValue } from '../../transcript/json-value.ts'
import type { Moment, StoredMoment } from '../moment.ts'

const at = {
  id: fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
  atMs: fc.nat(10_000_000),
}
const text = fc.string({ unit: 'grapheme', maxLength: 20 })

export const randomMoment: fc.Arbitrary<Moment> = fc.oneof(
  fc.record({ ...at, kind: fc.constantFrom('decision' as const, 'bookmark' as const), value: text }),
  fc.record({
    ...at,
    kind: fc.constant('action' as const),
    value: fc.record({ text, who: text, until: text }),
  }),
)

/** Including kinds and values that the program does not know. */
export const randomStoredMoment: fc.Arbitrary<StoredMoment> = fc.oneof(
  randomMoment,
  fc.record({
    ...at,
    kind: fc.oneof(fc.constantFrom('decision', 'action', 'bookmark'), fc.string()),
    value: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as JsonValue),
  }),
)
