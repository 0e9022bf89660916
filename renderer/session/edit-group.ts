import type { Edit } from '#core/edits/edit'

/** Edits of one `apply` call that are being sent to the studio. */
export interface EditGroup {
  /** Unique; keys of one window sort in the order of its groups. */
  readonly key: string
  /** Position in the order of this window's edits and requests. */
  readonly order: number
  readonly edits: readonly Edit[]
  readonly stepId: string
  /** Number of the newest library edit in the text when the group was made. */
  readonly baseNumber: number
}
