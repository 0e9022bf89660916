// The README's test command: installs what is missing, runs every test, says what was left out and why,
// and ends with one line: N passed, N failed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureInstalled, findNode, root } from './install.mjs'

const say = (line) => process.stderr.write(`${line}\n`)
ensureInstalled(say)
const folder = mkdtempSync(path.join(os.tmpdir(), 'parolo-tests-'))
const report = path.join(folder, 'report.json')
try {
  const run = spawnSync(
    findNode(say),
    [
      path.join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: 'inherit' },
  )
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const tests = testResults.flatMap((file) => file.assertionResults)
  const count = (status) => tests.filter((test) => test.status === status).length
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const leftOut = tests.filter((test) => ['skipped', 'pending', 'todo', 'disabled'].includes(test.status))
  process.stdout.write(leftOut.length === 0 ? 'Nothing was left out.\n' : 'Left out:\n')
  for (const test of leftOut) process.stdout.write(`- ${test.fullName}\n`)
  const failed = count('failed') + broken.length
  process.stdout.write(`${count('passed')} passed, ${failed} failed\n`)
  process.exitCode = failed > 0 || run.status !== 0 ? 1 : 0
} catch (error) {
  process.stderr.write(`The test runner ended without a report: ${String(error)}\n`)
  process.stdout.write('0 passed, 1 failed\n')
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
