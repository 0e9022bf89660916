// Reads the JSON reports of vitest and Playwright: how many tests passed and failed, which were skipped, and which
// passed only when retried.

/** @typedef {{ passed: number, failed: number, leftOut: string[], flaky: string[] }} Totals */

/**
 * @param {{ testResults: { status: string, assertionResults: { status: string, fullName: string }[] }[] }} report
 * @param {boolean} isWell whether the runner itself ended well
 * @returns {Totals}
 */
export function countTests({ testResults }, isWell) {
  const tests = testResults.flatMap((file) => file.assertionResults)
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = tests.filter(({ status }) => status === 'failed').length + broken.length
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: failed === 0 && !isWell ? 1 : failed,
    leftOut: tests
      .filter(({ status }) => ['skipped', 'pending', 'todo', 'disabled'].includes(status))
      .map(({ fullName }) => fullName),
    flaky: [],
  }
}

/**
 * @typedef {{ title: string, specs?: { title: string, tests: { status: string, projectName?: string,
 *   results?: unknown[] }[] }[], suites?: Suite[] }} Suite
 * @param {{ suites: Suite[], errors: unknown[] }} report
 * @param {boolean} isWell whether the runner itself ended well
 * @returns {Totals}
 */
export function countJourneys({ suites, errors }, isWell) {
  /** @type {Totals} */
  const totals = { passed: 0, failed: errors.length, leftOut: [], flaky: [] }
  for (const { title, status, tries } of suites.flatMap(journeysOf)) {
    if (status === 'skipped') totals.leftOut.push(title)
    else if (status === 'expected' || status === 'flaky') totals.passed += 1
    else totals.failed += 1
    if (status === 'flaky') totals.flaky.push(`${title} (try ${tries})`)
  }
  if (totals.failed === 0 && !isWell) totals.failed = 1
  return totals
}

/** @param {Suite} suite @returns {{ title: string, status: string, tries: number }[]} */
function journeysOf(suite) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status, results = [] }) => ({
      title: `${suite.title}: ${spec.title}`,
      status,
      tries: results.length,
    })),
  )
  return [...own, ...(suite.suites ?? []).flatMap(journeysOf)]
}

/** @param {Totals} totals @returns {string} what is printed at the end; the counts are its last line */
export function endOfReport({ passed, failed, leftOut, flaky }) {
  const list = (head, names) => [head, ...names.map((name) => `- ${name}`)]
  return [
    ...(leftOut.length === 0 ? ['Nothing was left out.'] : list('Left out:', leftOut)),
    ...(flaky.length === 0 ? [] : list('Flaky, passed only when tried again:', flaky)),
    `${passed} passed, ${failed} failed`,
    '',
  ].join('\n')
}
