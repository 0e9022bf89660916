import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormerWord, Word } from '../transcript/transcript.ts'
import { packWords, unpackWords } from './columns.ts'

const former = fc.record<FormerWord>({
  id: fc.string(),
  text: fc.string(),
  startMs: fc.nat(),
  endMs: fc.nat(),
  confidence: fc.constantFrom(null, 0.3),
  origin: fc.constantFrom('recognised', 'written'),
})
const words = fc.array(
  fc
    .tuple(
      plainWord(),
      fc.option(fc.array(former, { minLength: 1, maxLength: 2 }), { freq: 4, nil: undefined }),
    )
    .map(([word, was]): Word => (was === undefined ? word : { ...word, was })),
)

function plainWord(): fc.Arbitrary<Word> {
  return fc.record<Word>({
    id: fc.oneof(
      fc.tuple(fc.constantFrom('c1', 'e', 'a.b'), fc.nat(30)).map(([stem, n]) => `${stem}.${n}`),
      fc.constantFrom('', '.', 'c1.', 'c1.01', '.5', 'c1.99999999999999999999', 'x.-1', 'x.1e3'),
      fc.string(),
    ),
    before: fc.string({ maxLength: 3 }),
    text: fc.string(),
    startMs: fc.nat(),
    endMs: fc.nat(),
    confidence: fc.oneof(fc.constant(null), fc.constantFrom(0, 0.3, 0.96, 1)),
    origin: fc.constantFrom('recognised', 'edited', 'written', 'imported'),
  })
}

describe('packWords', () => {
  it('comes back the same through JSON', () => {
    fc.assert(
      fc.property(words, (plain) => {
        const parsed: ReturnType<typeof packWords> = JSON.parse(JSON.stringify(packWords(plain)))
        expect(unpackWords(parsed)).toEqual(plain)
      }),
    )
  })

  it('holds the ids of a chunk as one run', () => {
    const plain = Array.from({ length: 1000 }, (_, index): Word => {
      const times = { startMs: index, endMs: index }
      return { id: `c7.${index}`, before: ' ', text: 'w', ...times, confidence: null, origin: 'recognised' }
    })
    expect(packWords(plain).ids).toEqual([['c7', 0, 1000]])
    expect(JSON.stringify(packWords(plain)).length * 3).toBeLessThan(JSON.stringify(plain).length)
  })

  it('refuses columns that do not fit together', () => {
    const columns = packWords([
      { id: 'a.0', before: '', text: 'x', startMs: 0, endMs: 1, confidence: null, origin: 'edited' },
    ])
    expect(() => unpackWords({ ...columns, texts: [] })).toThrow(RangeError)
    expect(() => unpackWords({ ...columns, texts: ['x', 'y'] })).toThrow(RangeError)
    expect(() => unpackWords({ ...columns, origins: '?' })).toThrow(RangeError)
  })
})
