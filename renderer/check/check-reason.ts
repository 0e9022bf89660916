import type { PlaceToCheck } from '#core/doubt/places-to-check'
import type { MessageKey, ProgramLanguage } from '#core/messages/messages'
import type { ReviewEvidence } from '#core/speaker-review/questions'
import type { Transcript } from '#core/transcript/transcript'
import type { CutRecording } from '../cut/use-recording-cut.ts'
import type { CheckItem, CheckReasonId } from '../editor/check-item.ts'
import type { EditorStore } from '../editor/editor-store.ts'
import type { AlignedPassages } from '../editor/aligned/use-aligned-passages.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Say } from '../ui/words.tsx'

/** What the reasons find their items from. */
export interface CheckContext {
  readonly session: TranscriptSession
  readonly store: EditorStore
  readonly recording: CutRecording
  /** Follows typing with a delay. */
  readonly transcript: Transcript
  /** Doubtful places; null until they are found. */
  readonly places: readonly PlaceToCheck[] | null
  /** Turns whose speaker is uncertain, the less likely errors too; null until they are found. */
  readonly turns: readonly PlaceToCheck[] | null
  /** How similar the voices are; null if that is not known, undefined until it is fetched. */
  readonly voices: ReviewEvidence | null | undefined
  /** Where an aligned text differs from the speech; null for another transcript. */
  readonly aligned: AlignedPassages | null
  /** Displayed names by speaker. */
  readonly names: ReadonlyMap<string, string>
  readonly say: Say
  readonly language: ProgramLanguage
}

/** A reason for which something is listed to check. */
export interface CheckReason {
  readonly id: CheckReasonId
  /** Its name in the filter. */
  readonly label: MessageKey
  /** Its items, in no order, the less likely ones too; null while they are searched for. */
  readonly useItems: (context: CheckContext) => readonly CheckItem[] | null
}
