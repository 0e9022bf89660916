import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { testFolders } from './test-selection.mjs'
import { makeProject } from './testing/made-project.ts'

const canRun = process.platform === 'linux' && process.arch === 'x64'
const WITHOUT = canRun ? '' : ' (left out: the stand-in for Node is a shell script)'

/** A substitute for Node that records its arguments, and writes the reports of runners that found nothing. */
const STAND_IN = `#!/bin/sh
echo "$*" >> "$PAROLO_TEST_LOG"
for word; do
  case $word in
    --outputFile.json=*) echo '{"testResults":[]}' > "\${word#*=}" ;;
    --reporter=list,json) echo '{"suites":[],"errors":[]}' > "$PLAYWRIGHT_JSON_OUTPUT_NAME" ;;
  esac
done
`

/** Runs all tests of a project that has none; the commands of journeys, and what is printed at the end. */
function run(environment: NodeJS.ProcessEnv, words: readonly string[] = []) {
  const root = makeProject({ node: STAND_IN })
  for (const folder of testFolders) mkdirSync(path.join(root, folder), { recursive: true })
  const log = path.join(root, 'log')
  const { status, stdout } = spawnSync(process.execPath, [path.join(root, 'scripts', 'test.mjs'), ...words], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, PAROLO_TEST_LOG: log, ...environment },
  })
  const asked = readFileSync(log, 'utf8').split('\n')
  return { status, stdout, journeys: asked.filter((line) => line.includes('@playwright')) }
}

describe.runIf(canRun)(`npm test${WITHOUT}`, () => {
  const without = { PAROLO_CHROMIUM: '/nowhere/chromium' }
  const leftOut = 'journeys in the browser: there is no Chromium here'

  it('leaves out the journeys in the browser where there is none, and says how to get one', () => {
    const { status, stdout, journeys } = run(without)
    expect([status, journeys]).toEqual([0, []])
    expect(stdout).toContain(`- ${leftOut} (sudo apt install chromium, or npx playwright install chromium)\n`)
    expect(stdout).toMatch(/\n0 passed, 0 failed\n$/u)
  })

  it('then runs those in the window', () => {
    const { stdout, journeys } = run({ ...without, PAROLO_ELECTRON: '/nowhere/electron', DISPLAY: ':9' })
    expect(journeys).toEqual([expect.stringContaining('--project=window')])
    expect(stdout).toContain(leftOut)
  })

  it('runs those where there is a browser, all of them in any case, and those that are named', () => {
    for (const { journeys, stdout } of [
      run({ PAROLO_CHROMIUM: process.execPath }),
      run(without, ['--all']),
      run(without, ['e2e/sheet.journey.ts']),
    ]) {
      expect(journeys).toEqual([expect.not.stringContaining('--project')])
      expect(stdout).not.toContain(leftOut)
    }
  })
})
