// Reads the JSON reports of vitest and Playwright: how many tests passed, which failed and why, which were skipped, and
// which passed only when retried.

/** @typedef {{ passed: number, failed: number, leftOut: string[], flaky: string[], faults: string[] }} Totals */

/**
 * @param {{ testResults: { name: string, status: string, message?: string, assertionResults: { status: string,
 *   fullName: string, failureMessages?: string[] }[] }[] }} report
 * @param {boolean} isWell whether the runner itself ended well
 * @returns {Totals}
 */
export function countTests({ testResults }, isWell) {
  const tests = testResults.flatMap((file) => file.assertionResults)
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const withStatus = (...statuses) => tests.filter(({ status }) => statuses.includes(status))
  const faults = [
    ...withStatus('failed').map(({ fullName, failureMessages }) => fault(fullName, failureMessages?.at(-1))),
    ...broken.map(({ name, message }) => fault(name, message)),
  ]
  if (faults.length === 0 && !isWell) faults.push('the test runner itself')
  return {
    passed: withStatus('passed').length,
    failed: faults.length,
    leftOut: withStatus('skipped', 'pending', 'todo', 'disabled').map(({ fullName }) => fullName),
    // A test that was retried keeps the errors of its failed tries.
    flaky: withStatus('passed')
      .filter(({ failureMessages = [] }) => failureMessages.length > 0)
      .map(({ fullName, failureMessages }) => fault(fullName, failureMessages?.[0])),
    faults,
  }
}

/** @param {string} name @param {string | undefined} message @returns {string} with the message's first lines */
function fault(name, message) {
  const lines = (message ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.includes('node_modules'))
  return [name, ...lines.slice(0, 4).map((line) => `    ${line.trim().slice(0, 200)}`)].join('\n')
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
  const totals = { passed: 0, failed: 0, leftOut: [], flaky: [], faults }
  for (const { title, status, tries, error } of suites.flatMap(journeysOf)) {
    if (status === 'skipped') totals.leftOut.push(title)
    else if (status === 'expected' || status === 'flaky') totals.passed += 1
    else faults.push(fault(title, error))
    if (status === 'flaky') totals.flaky.push(fault(`${title} (try ${tries})`, error))
  }
  if (faults.length === 0 && !isWell) faults.push('the runner of journeys')
  totals.failed = faults.length
  return totals
}

/** @param {Suite} suite @returns {{ title: string, status: string, tries: number, error: string | undefined }[]} */
function journeysOf(suite) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status, results = [] }) => ({
      title: `${suite.title}: ${spec.title}`,
      status,
      tries: results.length,
      error: results.find((result) => result?.error !== undefined)?.error?.message,
    })),
  )
  return [...own, ...(suite.suites ?? []).flatMap(journeysOf)]
}

/** @param {Totals} totals @returns {string} what is printed at the end; the counts are its last line */
export function endOfReport({ passed, failed, leftOut, flaky, faults }) {
  const list = (head, names) => [head, ...names.map((name) => `- ${name}`)]
  return [
    ...(leftOut.length === 0 ? ['Nothing was left out.'] : list('Left out:', leftOut)),
    ...(flaky.length === 0 ? [] : list('Flaky, passed only when tried again:', flaky)),
    ...(faults.length === 0 ? [] : list('Failed:', faults)),
    `${passed} passed, ${failed} failed`,
    '',
  ].join('\n')
}
