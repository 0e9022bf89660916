import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { longJourney, longJourneys, longTests } from './long-tests.mjs'

describe('long tests', () => {
  it('are there', () => {
    const files = [...longTests, ...longJourneys.map((name) => path.join('e2e', name.split(' ')[0] ?? ''))]
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  })

  it('of the journeys are known by file or by the begin of a title', () => {
    const isLong = (title: string): boolean => longJourney.test(title)
    expect(isLong('browser upload.journey.ts a large file comes in')).toBe(true)
    expect(isLong('browser undo.journey.ts 500 corrections are taken back')).toBe(true)
    expect(isLong('browser undo.journey.ts one correction')).toBe(false)
    expect(isLong('browser uploadXjourneyXts a large file')).toBe(false)
  })
})
