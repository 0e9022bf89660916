export const longTests: string[]
export const longJourneys: string[]
export const LEAVE_OUT: string
export const isLeftOut: boolean
export const longNames: string[]
export const longJourney: RegExp
