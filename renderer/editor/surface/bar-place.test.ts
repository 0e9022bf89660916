import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barPlace, type LetterEdges } from './bar-place.ts'

const room: LetterEdges = { top: 50, bottom: 650, left: 0, right: 1_000 }
const bar = { width: 300, height: 36 }
const line = (top: number, left = 400): LetterEdges => ({ top, bottom: top + 30, left, right: left })

describe('barPlace', () => {
  it('is 8 px below the last line', () => {
    expect(barPlace(line(200), line(260, 500), room, bar)).toEqual({ left: 400, top: 298 })
    expect(barPlace(line(-300), line(120, 300), room, bar)).toEqual({ left: 300, top: 158 })
  })

  it('is 8 px above the first line where there is no room below', () => {
    expect(barPlace(line(560), line(610, 500), room, bar)).toEqual({ left: 400, top: 516 })
    expect(barPlace(line(560), line(900, 500), room, bar)).toEqual({ left: 400, top: 516 })
  })

  it('keeps inside the text', () => {
    expect(barPlace(line(200, 950), line(200, 990), room, bar)?.left).toBe(694)
    expect(barPlace(line(200, -40), line(200), room, bar)?.left).toBe(6)
  })

  it('is at the lower edge where more is selected than is seen, nowhere where nothing is', () => {
    expect(barPlace(line(-300), line(900), room, bar)).toEqual({ left: 400, top: 608 })
    expect(barPlace(line(-300), line(-100), room, bar)).toBeNull()
    expect(barPlace(line(700), line(800), room, bar)).toBeNull()
  })

  it('never covers a selection that leaves room above or below', () => {
    const tops = fc.integer({ min: -400, max: 1_000 })
    fc.assert(
      fc.property(tops, fc.nat(500), fc.integer({ min: 0, max: 990 }), (top, height, left) => {
        const [first, last] = [line(top, left), line(top + height, left)]
        const place = barPlace(first, last, room, bar)
        if (place === null) return
        expect(place.top).toBeGreaterThanOrEqual(room.top)
        expect(place.top + bar.height).toBeLessThanOrEqual(room.bottom)
        const fits = first.top - 44 >= room.top || last.bottom + 44 <= room.bottom
        const isApart = place.top + bar.height <= first.top || place.top >= last.bottom
        if (fits) expect(isApart).toBe(true)
      }),
    )
  })
})
