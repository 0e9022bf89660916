import { describe, expect, it } from 'vitest'
import { places, readRepeated, UNITS } from '../testing/repeated-parts.ts'

describe('what a reader takes for a long text of one sign', () => {
  // Quadratic work of a single part takes longer than the limit.
  it.each(places)('%s %#: grows no faster than the file', (fileName, fileOf) => {
    expect(readRepeated(fileName, fileOf, 200_000)).toHaveLength(UNITS.length)
  })
})
