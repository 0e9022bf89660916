// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { keepPlace, type KeptPlace, keptPlace } from './kept-places.ts'

const storage = window.localStorage
const place: KeptPlace = {
  positionMs: 61_250.5,
  text: {
    caret: { paragraphId: 'p2', wordId: 'c1.4', offset: 2 },
    top: { at: { paragraphId: 'p1', wordId: 'c0.1', offset: 0 }, offsetPx: -12.5 },
  },
  textMs: 61_250.5,
}

beforeEach(() => storage.clear())

describe('places of recordings', () => {
  it('are found again, each by its recording', () => {
    keepPlace(storage, 'a', place)
    keepPlace(storage, 'b', { ...place, positionMs: 5, text: null })
    expect(keptPlace(storage, 'a')).toEqual(place)
    expect(keptPlace(storage, 'b')).toEqual({ ...place, positionMs: 5, text: null })
    expect(keptPlace(storage, 'c')).toBeNull()
  })

  it('the last one of a recording counts, and the oldest go', () => {
    for (let recording = 0; recording < 302; recording += 1) keepPlace(storage, `r${recording}`, place)
    keepPlace(storage, 'r2', { ...place, positionMs: 7 })
    expect(keptPlace(storage, 'r1')).toBeNull()
    expect(keptPlace(storage, 'r2')?.positionMs).toBe(7)
    expect(keptPlace(storage, 'r301')).toEqual(place)
  })

  it.each([
    'nonsense',
    '{}',
    '[["a",{"positionMs":"x","textMs":0,"text":null}]]',
    '[["a",null]]',
    '[["a",{"positionMs":1,"textMs":0,"text":{}}]]',
  ])('what is no place says nothing: %s', (text) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    storage.setItem('parolo.places', text)
    expect(keptPlace(storage, 'a')).toBeNull()
    keepPlace(storage, 'a', place)
    expect(keptPlace(storage, 'a')).toEqual(place)
    warn.mockRestore()
  })

  it('a storage that is full is no fault of the page', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full')
      },
    } as unknown as Storage
    expect(() => keepPlace(full, 'a', place)).not.toThrow()
    expect(warn).toHaveBeenCalledOnce()
    warn.mockRestore()
  })
})
