export const SHORT: string
export const isShort: boolean
export const longTests: string
export const mainJourneys: RegExp
/** Folders of the project that have tests. */
export const testFolders: readonly string[]
export function countLeftOut(): { tests: number; journeys: number }
