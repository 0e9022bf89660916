// The README's test command: installs what is missing, builds, runs all tests and end-to-end tests, prints what was
// skipped and what passed only when retried, and ends with one line: N passed, N failed. With arguments (paths, -t
// NAME) only those tests run.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureInstalled, findNode, root, withCompileCache } from './install.mjs'
import { countJourneys, countTests, endOfReport } from './test-report.mjs'

const say = (line) => process.stderr.write(`${line}\n`)
const words = process.argv.slice(2)
/** Half of what the system calls below normal: enough to let the journeys go first. */
const LOWER_PRIORITY = 5
ensureInstalled(say)
const node = findNode(say)
const folder = mkdtempSync(path.join(os.tmpdir(), 'parolo-tests-'))
/** @type {import('./test-report.mjs').Totals} */
const totals = { passed: 0, failed: 0, leftOut: [], flaky: [] }
try {
  if (words.length > 0) await unitTests()
  else if (await build()) await allAtOnce()
  else {
    totals.failed += 1
    await unitTests()
  }
  process.stdout.write(endOfReport(totals))
  process.exitCode = totals.failed > 0 ? 1 : 0
} catch (error) {
  process.stderr.write(`The test runner ended without a report: ${String(error)}\n`)
  process.stdout.write('0 passed, 1 failed\n')
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/**
 * The journeys leave nearly half of the processor idle, which the unit tests use at a lower priority; the journeys'
 * lines come after theirs.
 */
async function allAtOnce() {
  const running = journeys()
  try {
    await unitTests(LOWER_PRIORITY)
  } finally {
    running.show()
  }
  await running.done
}

async function unitTests(priority = os.constants.priority.PRIORITY_NORMAL) {
  const report = path.join(folder, 'tests.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const child = start(node, [modules('vitest', 'vitest.mjs'), 'run', ...reporters, ...words], 'inherit')
  // What it starts inherits it.
  if (child.pid !== undefined) os.setPriority(child.pid, priority)
  const passed = await endOf(child)
  add(countTests(JSON.parse(readFileSync(report, 'utf8')), passed))
}

/** @returns {Promise<boolean>} whether it succeeded */
function build() {
  const builder = [modules('electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn']
  return endOf(start(node, builder, 'inherit'))
}

/**
 * In this system's browser, and in the window if PAROLO_ELECTRON names an Electron. What is printed is kept until
 * `show`.
 * @returns {{ show: () => void, done: Promise<void> }}
 */
function journeys() {
  const electron = process.env.PAROLO_ELECTRON
  const report = path.join(folder, 'journeys.json')
  const command = [
    node,
    modules('@playwright', 'test', 'cli.js'),
    'test',
    '-c',
    path.join('e2e', 'playwright.config.ts'),
    '--reporter=list,json',
  ]
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  // A window needs a display; without one, a virtual display is used.
  if (electron && !hasDisplay && existsSync('/usr/bin/xvfb-run')) command.unshift('/usr/bin/xvfb-run', '-a')
  const [program, ...args] = command
  const child = start(program, args, ['ignore', 'pipe', 'pipe'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
  /** @type {Buffer[] | null} */
  let kept = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes) => void (kept === null ? process.stdout.write(bytes) : kept.push(bytes)))
  return {
    show() {
      for (const bytes of kept ?? []) process.stdout.write(bytes)
      kept = null
    },
    done: endOf(child).then((passed) => add(countJourneys(JSON.parse(readFileSync(report, 'utf8')), passed))),
  }
}

/** @param {import('./test-report.mjs').Totals} counted */
function add(counted) {
  totals.passed += counted.passed
  totals.failed += counted.failed
  totals.leftOut.push(...counted.leftOut)
  totals.flaky.push(...counted.flaky)
}

function modules(...parts) {
  return path.join(root, 'node_modules', ...parts)
}

function start(program, args, stdio, environment = {}) {
  return spawn(program, args, { cwd: root, stdio, env: { ...withCompileCache(), ...environment } })
}

/** @returns {Promise<boolean>} whether it succeeded */
function endOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code === 0))
  })
}
