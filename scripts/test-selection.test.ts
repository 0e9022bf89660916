import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { countLeftOut, mainJourneys, testFolders } from './test-selection.mjs'

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

it('nothing is tried twice, and the variable CI selects nothing', () => {
  const files = testFolders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:test|journey|config)\.tsx?$/u.test(name))
      .map((name) => `${folder}/${name}`),
  )
  expect(files.length).toBeGreaterThan(500)
  const again = ['vitest.config.ts', 'scripts/test.mjs', '.ci/run', ...files].filter((file) =>
    /\bretr(?:y|ies): *(?:[1-9]|process)|\benv(?:\.|\[['"])CI\b|\bCI=/u.test(readFileSync(file, 'utf8')),
  )
  expect(again).toEqual([])
})
