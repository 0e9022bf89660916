import { TranscribeSettings } from './settings.ts'

/** What a job of each kind is asked with. A new kind is a line here. */
export const jobInputs = { transcribe: TranscribeSettings } as const

export type JobKindName = keyof typeof jobInputs
