// Which tests `npm test` runs: all but those in `*.long.test.ts(x)` (real recognition, full disks, videos, very
// long texts, and others that take seconds) and, of the journeys, those with the tag `@main`. `npm test -- --all` runs all.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './install.mjs'

/** Set by `npm test` for vitest and Playwright if only the short tests run. */
export const SHORT = 'PAROLO_SHORT_TESTS'
export const isShort = process.env[SHORT] !== undefined
/** Matches the files of long tests. */
export const longTests = '**/*.long.test.{ts,tsx}'
/** Matches the titles of the journeys that always run. */
export const mainJourneys = /@main\b/u

/** Folders of the project that have tests. */
export const testFolders = [
  'bench',
  'cli',
  'contracts',
  'core',
  'e2e',
  'electron',
  'engine',
  'renderer',
  'scripts',
  'studio',
  'web',
]
const MAIN_TAG = "tag: '@main'"

/**
 * How many test files are skipped in a short run, and how many journey files, which contain no main journey.
 */
export function countLeftOut() {
  const files = testFolders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(root, folder, name),
    ),
  )
  const journeys = files.filter((file) => file.endsWith('.journey.ts'))
  return {
    tests: files.filter((file) => /\.long\.test\.tsx?$/u.test(file)).length,
    journeys: journeys.filter((file) => !readFileSync(file, 'utf8').includes(MAIN_TAG)).length,
  }
}
