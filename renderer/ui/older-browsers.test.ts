import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeOlderBrowser } from './older-browsers.ts'

/** The built-ins of an old browser, then completed. */
const old = { lists: {}, maps: {}, promises: {}, texts: {} }
completeOlderBrowser(old)
const lists = old.lists as unknown[]
const maps = old.maps as typeof Map
const texts = old.texts as string
const promises = old.promises as typeof Promise

const toSpliced = lists.toSpliced as (this: unknown[], ...change: unknown[]) => unknown[]

const anyList = fc.array(fc.integer())

describe('an older browser, completed', () => {
  it('sorts, reverses and splices copies as a newer one does', () => {
    fc.assert(
      fc.property(anyList, fc.integer({ min: -9, max: 9 }), fc.nat(9), anyList, (list, at, count, put) => {
        const before = [...list]
        expect(lists.toSorted.call(list, (a, b) => Number(b) - Number(a))).toEqual(
          list.toSorted((a, b) => b - a),
        )
        expect(lists.toReversed.call(list)).toEqual(list.toReversed())
        expect(toSpliced.apply(list, [at, count, ...put])).toEqual(list.toSpliced(at, count, ...put))
        expect(list).toEqual(before)
      }),
    )
  })

  it('replaces one, counted from either end, and refuses a place that is not there', () => {
    const list = ['a', 'b', 'c']
    expect(lists.with.call(list, 1, 'x')).toEqual(['a', 'x', 'c'])
    expect(lists.with.call(list, -1, 'x')).toEqual(['a', 'b', 'x'])
    expect(() => lists.with.call(list, 3, 'x')).toThrow(RangeError)
    expect(() => lists.with.call(list, -4, 'x')).toThrow(RangeError)
    expect(list).toEqual(['a', 'b', 'c'])
  })

  it('groups by key in the order of coming', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        expect([...maps.groupBy(list, (item, index) => (item + index) % 3)]).toEqual([
          ...Map.groupBy(list, (item, index) => (item + index) % 3),
        ])
      }),
    )
  })

  it('gives a promise with what settles it', async () => {
    const kept = promises.withResolvers<string>()
    kept.resolve('done')
    kept.reject(new Error('too late'))
    expect(await kept.promise).toBe('done')
    const broken = promises.withResolvers()
    broken.reject(new Error('no'))
    await expect(broken.promise).rejects.toThrow('no')
  })

  it('mends halves of characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\uD83D', '\uDE00', '😀') }), (text) => {
        expect(texts.toWellFormed.call(text)).toBe(text.toWellFormed())
      }),
    )
  })

  it('keeps what is there', () => {
    const own = () => ['own']
    const newer = { toSorted: own }
    completeOlderBrowser({ lists: newer, maps: {}, promises: {}, texts: {} })
    expect(newer.toSorted).toBe(own)
    expect(Object.keys(newer)).toEqual(['toSorted'])
  })
})
