export interface Totals {
  passed: number
  failed: number
  leftOut: string[]
  flaky: string[]
}

export interface TestsReport {
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

export interface Suite {
  readonly title: string
  readonly specs?: readonly {
    readonly title: string
    readonly tests: readonly { readonly status: string; readonly results?: readonly unknown[] }[]
  }[]
  readonly suites?: readonly Suite[]
}

export interface JourneysReport {
  readonly suites: readonly Suite[]
  readonly errors: readonly unknown[]
}

export function countTests(report: TestsReport, isWell: boolean): Totals
export function countJourneys(report: JourneysReport, isWell: boolean): Totals
export function endOfReport(totals: Totals): string
