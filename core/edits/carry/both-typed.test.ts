import { describe, expect, it } from 'vitest'
import { bothTyped } from './both-typed.ts'

describe('bothTyped', () => {
  it('keeps letters that two people write into one word', () => {
    expect(bothTyped('went', 'awent', 'wents')).toBe('awents')
    expect(bothTyped('went', 'wents', 'awent')).toBe('awents')
    expect(bothTyped(' went', ' we nt', ' wet')).toBe(' we t')
  })

  it('keeps together what each writes at one place, key by key', () => {
    expect(bothTyped('Oh', 'aOh', 'qOh')).toBe('aqOh')
    expect(bothTyped('aOh', 'aaOh', 'aqOh')).toBe('aaqOh')
    expect(bothTyped('qOh', 'qqOh', 'aaqOh')).toBe('aaqqOh')
  })

  it('finds its place among changes of theirs in front and behind', () => {
    expect(bothTyped('zzzqqNobody', 'zzzzqqNobody', 'xxxzzzqqqNobody')).toBe('xxxzzzzqqqNobody')
    expect(bothTyped('zzzqqNobody', 'zzqqNobody', 'xxxzzzqqqNobody')).toBe('xxxzzqqqNobody')
    expect(bothTyped('went', 'wents', 'want')).toBe('wants')
  })

  it('takes away what either took away', () => {
    expect(bothTyped('went', 'wen', 'wnt')).toBe('wn')
    expect(bothTyped('went', 'wen', 'we')).toBe('we')
    expect(bothTyped('went', 'we', 'wen')).toBe('we')
    expect(bothTyped('went', 'wt', 'w')).toBe('w')
  })

  it('is at odds where one wrote in what the other took away, or put something in its place', () => {
    expect(bothTyped('went', 'weent', '')).toBeNull()
    expect(bothTyped('went', '', 'weent')).toBeNull()
    expect(bothTyped('went', 'sent', 'want')).toBeNull()
    expect(bothTyped('went', 'wents', 'ran')).toBeNull()
  })
})
