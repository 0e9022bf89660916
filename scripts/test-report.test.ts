import { describe, expect, it } from 'vitest'
import { countJourneys, countTests, endOfReport } from './test-report.mjs'

const journey = (title: string, status: string, tries = 1) => ({
  title,
  tests: [{ status, results: Array.from({ length: tries }) }],
})

describe('journeys', () => {
  it('are counted; a flaky one passed, and is named with its tries', () => {
    const suites = [
      {
        title: 'main.journey.ts',
        specs: [journey('opens', 'expected'), journey('edits', 'flaky', 3)],
        suites: [{ title: 'undo', specs: [journey('steps', 'unexpected'), journey('window', 'skipped')] }],
      },
    ]
    expect(countJourneys({ suites, errors: [] }, false)).toEqual({
      passed: 2,
      failed: 1,
      leftOut: ['undo: window'],
      flaky: ['main.journey.ts: edits (try 3)'],
    })
  })

  it('fail where the runner itself did, though none says so', () => {
    expect(countJourneys({ suites: [], errors: [] }, false).failed).toBe(1)
    expect(countJourneys({ suites: [], errors: ['no config'] }, false).failed).toBe(1)
    expect(countJourneys({ suites: [], errors: [] }, true).failed).toBe(0)
  })
})

describe('tests', () => {
  it('are counted, a file that did not load as one that failed', () => {
    const result = (status: string) => ({ status, fullName: status })
    const testResults = [
      { status: 'passed', assertionResults: [result('passed'), result('skipped')] },
      { status: 'failed', assertionResults: [] },
    ]
    expect(countTests({ testResults }, false)).toEqual({
      passed: 1,
      failed: 1,
      leftOut: ['skipped'],
      flaky: [],
    })
    expect(countTests({ testResults: [] }, false).failed).toBe(1)
  })
})

describe('the end of the report', () => {
  it('names what was left out and what is flaky above its last line', () => {
    expect(endOfReport({ passed: 5, failed: 0, leftOut: ['a'], flaky: ['b (try 2)'] })).toBe(
      'Left out:\n- a\nFlaky, passed only when tried again:\n- b (try 2)\n5 passed, 0 failed\n',
    )
    expect(endOfReport({ passed: 5, failed: 1, leftOut: [], flaky: [] })).toBe(
      'Nothing was left out.\n5 passed, 1 failed\n',
    )
  })
})
