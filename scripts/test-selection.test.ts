import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { countLeftOut, mainJourneys } from './test-selection.mjs'

const journeys = readdirSync('e2e', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.journey.ts'),
)

describe('a short run', () => {
  it('leaves out long tests and journeys, and counts them', () => {
    const { tests, journeys: leftOut } = countLeftOut()
    expect(tests).toBeGreaterThan(10)
    expect(leftOut).toBeGreaterThan(10)
    expect(leftOut).toBeLessThan(journeys.length)
  })

  it('has the journeys whose titles have the tag, as Playwright puts it', () => {
    expect(mainJourneys.test('browser main.journey.ts the first start @main')).toBe(true)
    expect(mainJourneys.test('browser main.journey.ts the first start')).toBe(false)
    const main = journeys.filter((name) => readFileSync(`e2e/${name}`, 'utf8').includes("tag: '@main'"))
    expect(main).toContain('main.journey.ts')
    expect(main.length).toBeGreaterThan(11)
  })
})
