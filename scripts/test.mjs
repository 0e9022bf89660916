// The README's test command: installs what is missing, builds, runs tests and end-to-end tests, prints what
// was skipped, and what failed with the command to run it alone, and ends with one line: N passed, N failed.
// Nothing is tried twice. Without arguments the short tests run (test-selection.mjs), with --all all of them,
// with paths or -t NAME only those.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { hasBrowser } from './find-browser.mjs'
import { ensureInstalled, findNode, root, withCompileCache } from './install.mjs'
import { countJourneys, countTests, endOfReport } from './test-report.mjs'
import { countLeftOut, SHORT } from './test-selection.mjs'

const NO_BROWSER =
  'journeys in the browser: there is no Chromium here (sudo apt install chromium, or npx playwright install chromium)'
const say = (line) => process.stderr.write(`${line}\n`)
const words = process.argv.slice(2).filter((word) => word !== '--all')
const journeyFiles = words.filter((word) => word.includes('.journey.ts'))
const isShort = words.length === 0 && !process.argv.includes('--all')
if (isShort) process.env[SHORT] = 'true'
ensureInstalled(say)
const node = findNode(say)
const folder = mkdtempSync(path.join(os.tmpdir(), 'parolo-tests-'))
/** @type {import('./test-report.mjs').Totals} */
const totals = { passed: 0, failed: 0, leftOut: isShort ? [longOnes()] : [], faults: [] }
try {
  if (journeyFiles.length === 0) unitTests()
  if (words.length === 0 || journeyFiles.length > 0) await journeys()
  process.stdout.write(endOfReport(totals))
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
  add(countTests(JSON.parse(readFileSync(report, 'utf8')), run.status === 0, root))
}

/** In this system's browser, and in the window if PAROLO_ELECTRON names an Electron. */
async function journeys() {
  const electron = process.env.PAROLO_ELECTRON
  // All of them, and those that are named, fail without one.
  const isWithout = isShort && !(await hasBrowser())
  if (isWithout) totals.leftOut.push(NO_BROWSER)
  if (isWithout && !electron) return
  const built = start([modules('electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'])
  if (built.status !== 0) {
    totals.failed += 1
    totals.faults.push('the build of the page')
    return
  }
  const report = path.join(folder, 'journeys.json')
  const command = [
    modules('@playwright', 'test', 'cli.js'),
    'test',
    '-c',
    path.join('e2e', 'playwright.config.ts'),
    '--reporter=list,json',
    ...(isWithout ? ['--project=window'] : []),
    ...journeyFiles,
  ]
  const env = { ...withCompileCache(), PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  // A window needs a display; without one, a virtual display is used.
  const run =
    electron && !hasDisplay && existsSync('/usr/bin/xvfb-run')
      ? spawnSync('/usr/bin/xvfb-run', ['-a', node, ...command], { cwd: root, stdio: 'inherit', env })
      : start(command, env)
  add(countJourneys(JSON.parse(readFileSync(report, 'utf8')), run.status === 0))
}

function longOnes() {
  const { tests, journeys: others } = countLeftOut()
  return `${tests} files of long tests and ${others} of journeys: npm test -- --all`
}

/** @param {import('./test-report.mjs').Totals} counted */
function add(counted) {
  totals.passed += counted.passed
  totals.failed += counted.failed
  totals.leftOut.push(...counted.leftOut)
  totals.faults.push(...counted.faults)
}

function modules(...parts) {
  return path.join(root, 'node_modules', ...parts)
}

function start(args, env = withCompileCache()) {
  return spawnSync(node, args, { cwd: root, stdio: 'inherit', env })
}
