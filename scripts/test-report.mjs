// Reads the JSON reports of vitest and Playwright: how many tests passed, which failed and why, and which were skipped.
import path from 'node:path'

/** @typedef {{ passed: number, failed: number, leftOut: string[], faults: string[] }} Totals */

/**
 * @param {{ testResults: { name: string, status: string, message?: string, assertionResults: { status: string,
 *   fullName: string, failureMessages?: string[] }[] }[] }} report
 * @param {boolean} isWell whether the runner itself ended well
 * @param {string} root the project's folder
 * @returns {Totals}
 */
export function countTests({ testResults }, isWell, root) {
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, alone: aloneWith(name, root, test.fullName) })),
  )
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const withStatus = (...statuses) => tests.filter(({ status }) => statuses.includes(status))
  const faults = [
    ...withStatus('failed').map(({ fullName, failureMessages, alone }) =>
      fault(fullName, failureMessages?.at(-1), alone),
    ),
    ...broken.map(({ name, message }) => fault(path.relative(root, name), message, aloneWith(name, root))),
  ]
  if (faults.length === 0 && !isWell) faults.push('the test runner itself')
  return {
    passed: withStatus('passed').length,
    failed: faults.length,
    leftOut: withStatus('skipped', 'pending', 'todo', 'disabled').map(({ fullName }) => fullName),
    faults,
  }
}

/**
 * The command that runs a single test.
 * @param {string} file @param {string} root @param {string} [name]
 */
function aloneWith(file, root, name) {
  const words = ['npm test --', path.relative(root, file).replaceAll(path.sep, '/')]
  return [...words, ...(name === undefined ? [] : ['-t', JSON.stringify(name)])].join(' ')
}

/**
 * @param {string} name @param {string | undefined} message @param {string} [alone] command that runs it alone
 * @returns {string} with the message's first lines
 */
function fault(name, message, alone) {
  const lines = (message ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.includes('node_modules'))
  const told = [...lines.slice(0, 4), ...(alone === undefined ? [] : [`Alone: ${alone}`])]
  return [name, ...told.map((line) => `    ${line.trim().slice(0, 200)}`)].join('\n')
}

/**
 * @typedef {{ title: string, specs?: { title: string, tests: { status: string, projectName?: string,
 *   results?: { error?: { message?: string } }[] }[] }[], suites?: Suite[] }} Suite
 * @param {{ suites: Suite[], errors: { message?: string }[] }} report
 * @param {boolean} isWell whether the runner itself ended well
 * @returns {Totals}
 */
export function countJourneys({ suites, errors }, isWell) {
  const faults = errors.map(({ message }) => fault('the runner of journeys', message))
  /** @type {Totals} */
  const totals = { passed: 0, failed: 0, leftOut: [], faults }
  for (const { title, status, error, alone } of suites.flatMap((one) => journeysOf(one, one.title))) {
    if (status === 'skipped') totals.leftOut.push(title)
    else if (status === 'expected') totals.passed += 1
    else faults.push(fault(title, error, alone))
  }
  if (faults.length === 0 && !isWell) faults.push('the runner of journeys')
  totals.failed = faults.length
  return totals
}

/**
 * @param {Suite} suite @param {string} file below e2e
 * @returns {{ title: string, status: string, error: string | undefined, alone: string }[]}
 */
function journeysOf(suite, file) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status, results = [] }) => ({
      title: `${suite.title}: ${spec.title}`,
      status,
      error: results.find((result) => result?.error !== undefined)?.error?.message,
      alone: `npm test -- e2e/${file}`,
    })),
  )
  return [...own, ...(suite.suites ?? []).flatMap((one) => journeysOf(one, file))]
}

/** @param {Totals} totals @returns {string} what is printed at the end; the counts are its last line */
export function endOfReport({ passed, failed, leftOut, faults }) {
  const list = (head, names) => [head, ...names.map((name) => `- ${name}`)]
  return [
    ...(leftOut.length === 0 ? ['Nothing was left out.'] : list('Left out:', leftOut)),
    ...(faults.length === 0 ? [] : list('Failed:', faults)),
    `${passed} passed, ${failed} failed`,
    '',
  ].join('\n')
}
