export interface Totals {
  passed: number
  failed: number
  leftOut: string[]
  faults: string[]
}

export interface TestsReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message?: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages?: readonly string[]
    }[]
  }[]
}

export interface TryOfJourney {
  readonly error?: { readonly message?: string }
}

export interface Suite {
  readonly title: string
  readonly specs?: readonly {
    readonly title: string
    readonly tests: readonly { readonly status: string; readonly results?: readonly TryOfJourney[] }[]
  }[]
  readonly suites?: readonly Suite[]
}

export interface JourneysReport {
  readonly suites: readonly Suite[]
  readonly errors: readonly { readonly message?: string }[]
}

export function countTests(report: TestsReport, isWell: boolean, root: string): Totals
export function countJourneys(report: JourneysReport, isWell: boolean): Totals
export function endOfReport(totals: Totals): string
