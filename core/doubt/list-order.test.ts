import { describe, expect, it } from 'vitest'
import { itemAfter, itemByKey, itemNow, likeliestInTime, type Listed, orderItems } from './list-order.ts'

const item = (key: string, startMs: number, likelihood: number): Listed => ({ key, startMs, likelihood })
const a = item('a', 9000, 0.9)
const b = item('b', 1000, 0.6)
const c = item('c', 5000, 0.4)
const keysOf = (items: readonly Listed[]): string => items.map(({ key }) => key).join('')

it('orders by time, or the likeliest first and equal ones by time', () => {
  expect(keysOf(orderItems([a, b, c], 'reading'))).toBe('bca')
  expect(keysOf(orderItems([c, b, a], 'likeliest'))).toBe('abc')
  expect(keysOf(orderItems([item('x', 2, 0.5), item('y', 1, 0.5)], 'likeliest'))).toBe('yx')
})

describe('the open item', () => {
  it('is the one that was opened last, or the first', () => {
    expect(itemNow([a, b, c], null, 'reading')).toBe(b)
    expect(itemNow([a, b, c], c, 'reading')).toBe(c)
    expect(itemNow([], null, 'reading')).toBeNull()
  })

  it('once it is done, is the next in order and not the first', () => {
    expect(itemNow([b, a], c, 'reading')).toBe(a)
    expect(itemNow([a, c], b, 'likeliest')).toBe(c)
    expect(itemAfter([b, c], a, 'reading')).toBe(b)
    expect(itemAfter([c], c, 'reading')).toBeNull()
    expect(itemAfter([], c, 'reading')).toBeNull()
  })
})

describe('the item that a key moves to', () => {
  const go = (open: Listed | null, step: 1 | -1, items = [a, b, c]) =>
    itemByKey(items, 'likeliest', step, { open, atMs: 4000 })?.key

  it('begins with the likeliest error and goes on in the order of the list, from the end to the start', () => {
    expect(go(null, 1)).toBe('a')
    expect([go(a, 1), go(b, 1), go(c, 1)]).toEqual(['b', 'c', 'a'])
    expect([go(null, -1), go(c, -1), go(a, -1)]).toEqual(['c', 'b', 'c'])
    expect(go(a, 1, [a])).toBe('a')
  })

  it('goes on from where an item was that is corrected now', () => {
    expect(go(b, 1, [a, c])).toBe('c')
    expect(go(b, -1, [a, c])).toBe('a')
    expect(go(c, 1, [a, b])).toBe('a')
    expect(go(b, 1, [])).toBeUndefined()
  })

  it('goes by time where the list does', () => {
    const goInTime = (open: Listed | null, step: 1 | -1) =>
      itemByKey([a, b, c], 'reading', step, { open, atMs: 4000 })?.key
    expect([goInTime(null, 1), goInTime(c, 1), goInTime(null, -1)]).toEqual(['c', 'a', 'b'])
  })
})

it('as many of the likeliest as fit into a time, and one at least', () => {
  const pace = { placeMs: 20_000, places: 5 }
  expect(keysOf(likeliestInTime([c, b, a], 45_000, pace))).toBe('ab')
  expect(keysOf(likeliestInTime([c, b, a], 600_000, pace))).toBe('abc')
  expect(keysOf(likeliestInTime([c, b, a], 1000, pace))).toBe('a')
  expect(likeliestInTime([], 600_000, pace)).toEqual([])
})
