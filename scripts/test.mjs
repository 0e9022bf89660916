// The README's test command: installs what is missing, builds, runs every test and every journey, says what was left
// out and why, and ends with one line: N passed, N failed. With words (paths, -t NAME) only those tests run.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureInstalled, findNode, root, withCompileCache } from './install.mjs'

const say = (line) => process.stderr.write(`${line}\n`)
const words = process.argv.slice(2)
ensureInstalled(say)
const node = findNode(say)
const folder = mkdtempSync(path.join(os.tmpdir(), 'parolo-tests-'))
/** @type {{ passed: number, failed: number, leftOut: string[] }} */
const totals = { passed: 0, failed: 0, leftOut: [] }
try {
  unitTests()
  if (words.length === 0) journeys()
  process.stdout.write(totals.leftOut.length === 0 ? 'Nothing was left out.\n' : 'Left out:\n')
  for (const name of totals.leftOut) process.stdout.write(`- ${name}\n`)
  process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`)
  process.exitCode = totals.failed > 0 ? 1 : 0
} catch (error) {
  process.stderr.write(`The test runner ended without a report: ${String(error)}\n`)
  process.stdout.write('0 passed, 1 failed\n')
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function unitTests() {
  const report = path.join(folder, 'tests.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const run = start([modules('vitest', 'vitest.mjs'), 'run', ...reporters, ...words])
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const tests = testResults.flatMap((file) => file.assertionResults)
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const count = (status) => tests.filter((test) => test.status === status).length
  totals.passed += count('passed')
  const failed = count('failed') + broken.length
  totals.failed += failed === 0 && run.status !== 0 ? 1 : failed
  const leftOut = tests.filter((test) => ['skipped', 'pending', 'todo', 'disabled'].includes(test.status))
  totals.leftOut.push(...leftOut.map((test) => test.fullName))
}

/** In a browser of this system, and in the window where PAROLO_ELECTRON names an Electron. */
function journeys() {
  const electron = process.env.PAROLO_ELECTRON
  const built = start([modules('electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'])
  if (built.status !== 0) {
    totals.failed += 1
    return
  }
  const report = path.join(folder, 'journeys.json')
  const command = [
    modules('@playwright', 'test', 'cli.js'),
    'test',
    '-c',
    path.join('e2e', 'playwright.config.ts'),
    '--reporter=list,json',
  ]
  const env = { ...withCompileCache(), PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  // A window needs a display; where there is none, a virtual one does.
  const run =
    electron && !hasDisplay && existsSync('/usr/bin/xvfb-run')
      ? spawnSync('/usr/bin/xvfb-run', ['-a', node, ...command], { cwd: root, stdio: 'inherit', env })
      : start(command, env)
  const { suites, errors } = JSON.parse(readFileSync(report, 'utf8'))
  const results = suites.flatMap(specsOf)
  for (const { title, status } of results) {
    if (status === 'skipped') totals.leftOut.push(title)
    else if (status === 'expected' || status === 'flaky') totals.passed += 1
    else totals.failed += 1
  }
  totals.failed += errors.length
  if (run.status !== 0 && totals.failed === 0) totals.failed += 1
}

function specsOf(suite) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ title: `${suite.title}: ${spec.title}`, status: test.status })),
  )
  return [...own, ...(suite.suites ?? []).flatMap(specsOf)]
}

function modules(...parts) {
  return path.join(root, 'node_modules', ...parts)
}

function start(args, env = withCompileCache()) {
  return spawnSync(node, args, { cwd: root, stdio: 'inherit', env })
}
