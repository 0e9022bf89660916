import { describe, expect, it } from 'vitest'
import { countJourneys, countTests, endOfReport } from './test-report.mjs'

const journey = (title: string, status: string, errors: string[] = []) => ({
  title,
  tests: [{ status, results: [...errors.map((message) => ({ error: { message } })), {}] }],
})

describe('journeys', () => {
  it('are counted, and those that failed are named with their error and the command that runs them alone', () => {
    const suites = [
      {
        title: 'main.journey.ts',
        specs: [journey('opens', 'expected'), journey('edits', 'unexpected', ['no button\n\n  at 3'])],
        suites: [
          { title: 'undo', specs: [journey('steps', 'unexpected', ['gone']), journey('window', 'skipped')] },
        ],
      },
    ]
    expect(countJourneys({ suites, errors: [] }, false)).toEqual({
      passed: 1,
      failed: 2,
      leftOut: ['undo: window'],
      faults: [
        'main.journey.ts: edits\n    no button\n    at 3\n    Alone: npm test -- e2e/main.journey.ts',
        'undo: steps\n    gone\n    Alone: npm test -- e2e/main.journey.ts',
      ],
    })
  })

  it('fail where the runner itself did, though none says so', () => {
    expect(countJourneys({ suites: [], errors: [] }, false).failed).toBe(1)
    expect(countJourneys({ suites: [], errors: [{ message: 'no config' }] }, false).faults).toEqual([
      'the runner of journeys\n    no config',
    ])
    expect(countJourneys({ suites: [], errors: [] }, true).failed).toBe(0)
  })
})

describe('tests', () => {
  it('are counted and named with their errors, a file that did not load as one that failed', () => {
    const result = (status: string, ...failureMessages: string[]) => ({
      status,
      fullName: status,
      failureMessages,
    })
    const testResults = [
      {
        name: '/p/a.test.ts',
        status: 'failed',
        assertionResults: [result('passed'), result('failed', 'Error: 1 is 2')],
      },
      {
        name: '/p/b.test.ts',
        status: 'passed',
        assertionResults: [result('skipped'), result('passed')],
      },
      { name: '/p/c.test.ts', status: 'failed', message: 'no such import', assertionResults: [] },
    ]
    expect(countTests({ testResults }, false, '/p')).toEqual({
      passed: 2,
      failed: 2,
      leftOut: ['skipped'],
      faults: [
        'failed\n    Error: 1 is 2\n    Alone: npm test -- a.test.ts -t "failed"',
        'c.test.ts\n    no such import\n    Alone: npm test -- c.test.ts',
      ],
    })
    expect(countTests({ testResults: [] }, false, '/p').failed).toBe(1)
  })
})

describe('the end of the report', () => {
  it('names what was left out and what failed above its last line', () => {
    expect(endOfReport({ passed: 5, failed: 0, leftOut: ['a'], faults: [] })).toBe(
      'Left out:\n- a\n5 passed, 0 failed\n',
    )
    expect(endOfReport({ passed: 5, failed: 1, leftOut: [], faults: ['c'] })).toBe(
      'Nothing was left out.\nFailed:\n- c\n5 passed, 1 failed\n',
    )
  })
})
