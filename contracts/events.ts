import { z } from 'zod'

/** Kinds of changes that the library's log of events tells of. */
export const eventKinds = [
  'recording-added',
  'recording-updated',
  'recording-deleted',
  'track-saved',
  'transcript-started',
  'transcript-finished',
  'speakers-saved',
  'paragraphs-saved',
  'edit-applied',
  /** Of finished transcripts, so that their cards can say how many places there are to check. */
  'places-counted',
  'chunk-saved',
  'job-requested',
  'job-claimed',
  'job-freed',
  'job-progress',
  'job-released',
  'job-finished',
  'job-failed',
  'output-recorded',
  'model-added',
  'model-removed',
  'setting-changed',
  'library-salvaged',
  /** Not in the log: stands first where older events were dropped, so that the reader asks for the state. */
  'events-missed',
] as const
export const EventKind = z.enum(eventKinds)
export type EventKind = z.infer<typeof EventKind>

/** Ids of what a change touched, by name: `recordingId`, `transcriptId`, `paragraphIds`, `jobId`, … */
export const Touched = z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.string())]))

export const StudioEvent = z.object({
  /** Rises by one with every event of the library, whatever program made it. */
  seq: z.number().int().nonnegative(),
  kind: EventKind,
  touched: Touched,
})
export type StudioEvent = z.infer<typeof StudioEvent>
