export const SHORT: string
export const isShort: boolean
export const longTests: string
export const mainJourneys: RegExp
export function countLeftOut(): { tests: number; journeys: number }
