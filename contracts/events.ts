import { z } from 'zod'

/** Kinds of changes recorded in the library's log of events. */
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
  /** A person marked a transcript as checked, or no longer. */
  'transcript-checked',
  /** For finished transcripts, so that their cards can show the number of places to check. */
  'places-counted',
  /** Where the shots of a recording's video begin is known. */
  'shots-found',
  /** A recording was started, paused, marked, ended or recovered, by whichever program. */
  'recorder-changed',
  'moments-changed',
  /** What is cut of a recording without its words changed: stretches without words. */
  'cut-changed',
  /** A join of a transcript's cut was recognized again. */
  'joins-checked',
  /** Of a recording, or of the library (`recordingId` null). */
  'glossary-changed',
  /** A podcast was added, refreshed or removed, or one of its episodes became a recording. */
  'podcasts-changed',
  /** A watched folder was added, changed or removed, or its state or that of a file in it changed. */
  'watch-changed',
  /** A second text of a transcript was finished or discarded. */
  'opinions-changed',
  /** Corrections were proposed to a transcript, or a set of them discarded. */
  'corrections-changed',
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
  /** A connection to another computer began or ended. */
  'connections-changed',
  /** A voice was remembered, forgotten, or declined for a speaker. */
  'voices-changed',
  'library-salvaged',
  /** Not in the log: sent first if older events were dropped, so that the reader requests the full state. */
  'events-missed',
] as const
export const EventKind = z.enum(eventKinds)
export type EventKind = z.infer<typeof EventKind>

/** Ids affected by a change, by name: `recordingId`, `transcriptId`, `paragraphIds`, `jobId`, … */
export const Touched = z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.string())]))

export const StudioEvent = z.object({
  /** Increases by one with every event of the library, whichever program caused it. */
  seq: z.number().int().nonnegative(),
  kind: EventKind,
  touched: Touched,
})
export type StudioEvent = z.infer<typeof StudioEvent>
