import type { Loss } from '#core/formats/format'
import type { JobError } from '../library/tables/jobs/jobs.ts'

/** Notices for a person at a terminal, in order; `file`: its path relative to the folder. */
export type WatchNotice = { readonly folder: string } & (
  | {
      readonly kind: 'taken'
      readonly file: string
      readonly recordingId: string
      /** Whether its text already existed. */
      readonly isKnown: boolean
    }
  | { readonly kind: 'refused'; readonly file: string; readonly error: JobError }
  | {
      readonly kind: 'written'
      readonly file: string
      readonly outputs: readonly string[]
      /** Names that captions were to show and that do not exist. */
      readonly nameLosses: readonly Loss[]
    }
  | { readonly kind: 'unwritten'; readonly file: string; readonly error: JobError }
  /** The folder cannot be watched. */
  | { readonly kind: 'problem'; readonly error: JobError }
  | { readonly kind: 'back' }
  /** Another program watches it. */
  | { readonly kind: 'elsewhere'; readonly pid: number }
)
