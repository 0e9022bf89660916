import type { EditOutcome, TranscriptState, TranscriptUpdate } from '#contracts/calls/transcripts'
import type { StudioEvent } from '#contracts/events'
import type { Edit } from '#core/edits/edit'
import type { LogEntry } from '#core/edits/history/take-back'
import type { Paragraph, Transcript } from '#core/transcript/transcript'

/** What sessions use of the library's calls; declared here, as the page's types know no Node. */
export interface TranscriptCalls {
  applyEdits(
    id: string,
    edits: readonly Edit[],
    made: { readonly baseNumber: number; readonly stepId?: string },
  ): EditOutcome
  undo(id: string, stepId: string): EditOutcome | null
  redo(id: string, stepId: string): EditOutcome | null
  edits(id: string): LogEntry[]
  transcriptState(id: string, since?: number): TranscriptState
  transcriptUpdate(id: string, paragraphIds: readonly string[], since?: number): TranscriptUpdate
  putParagraphs(id: string, paragraphs: readonly Paragraph[]): void
}

/** A transcript in the tables of a library that is only in memory (studio/library/testing/memory-transcript.ts). */
export function storeInMemory(start: Transcript): {
  readonly id: string
  readonly calls: TranscriptCalls
  readonly read: () => Transcript
  readonly newEvents: () => readonly StudioEvent[]
}
