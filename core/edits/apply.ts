import type { Transcript } from '../transcript/transcript.ts'
import type { Edit, RestoreEdit } from './edit.ts'
import type { EditLimits } from './times.ts'
import { touchedBetween, type Touched } from './touched.ts'
import { WorkingCopy } from './working-copy.ts'

export interface AppliedEdit {
  readonly transcript: Transcript
  /** Applied to `transcript`, restores the previous transcript byte for byte. */
  readonly inverse: RestoreEdit
  readonly touched: Touched
}

/**
 * The transcript after an edit; the given one is not modified, and unchanged parts are shared with it. A
 * transcript that passes `lint` still passes afterwards (with `limits.durationMs`, inside the recording too).
 * @throws EditRefused when the edit cannot be applied: its words no longer exist, its times are invalid …
 */
export function applyEdit(transcript: Transcript, edit: Edit, limits: EditLimits = {}): AppliedEdit {
  const copy = new WorkingCopy(transcript, limits)
  const { inverse } = copy.apply(edit)
  const after = copy.transcript()
  return {
    transcript: after,
    inverse,
    touched: touchedBetween(transcript, after),
  }
}
