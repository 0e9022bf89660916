import { findKeptSpans, type FoundSpans } from '#core/cut/find-kept-spans'
import type { ShownCut } from '#core/cut/cut-edges'
import { cutSpans } from '#core/cut/joins'
import { keptMs } from '#core/cut/kept-spans'
import type { LoudnessCurve } from '#core/cut/loudness'
import { gridOfVideo } from '#core/frames/video-frames'
import type { CutStretch } from '#core/transcript/cut-reason'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Transcript } from '#core/transcript/transcript'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import { useCutStretches } from './use-cut-stretches.ts'
import { useLoudness } from '../sound/waveform/use-loudness.ts'

/** Samples a second; at the recording's own rate the same edges are less than a sample away. */
const RATE = 48_000

export interface RecordingCut extends FoundSpans {
  readonly transcript: Transcript
  readonly stretches: readonly CutStretch[]
  /** What it was found from. */
  readonly shown: ShownCut
  /** What is cut within the kept part of the recording, in order, in ms that need not be whole. */
  readonly cuts: readonly TimeSpan[]
  readonly keptMs: number
  /** How long the recording is, or its kept part. */
  readonly wholeMs: number
}

export type CutRecording = Pick<OpenRecording, 'id' | 'playable' | 'durationMs' | 'trim'>

/** What is kept of the open recording; new at once after a cut. */
export function useRecordingCut(session: TranscriptSession, recording: CutRecording): RecordingCut {
  const transcript = useTranscriptAfterTyping(session)
  const stretches = useCutStretches(recording.id)
  const loudness = useLoudness(recording)
  return recordingCut({
    transcript,
    stretches,
    loudness,
    durationMs: recording.durationMs ?? 0,
    part: recording.trim,
  })
}

export interface CutFacts {
  readonly transcript: Transcript
  readonly stretches: readonly CutStretch[]
  readonly loudness: LoudnessCurve | null
  readonly durationMs: number
  /** Trim; null: all of it. */
  readonly part: TimeSpan | null
}

const known = new WeakMap<Transcript, { readonly facts: CutFacts; readonly cut: RecordingCut }>()

/** What is kept, as the screen shows it; null before it has shown anything. */
export const shownCut = (session: Pick<TranscriptSession, 'state'>): RecordingCut | null =>
  known.get(session.state.transcript)?.cut ?? null

/** Computed once for all parts of the screen. */
export function recordingCut(facts: CutFacts): RecordingCut {
  const before = known.get(facts.transcript)
  if (before !== undefined && areSame(before.facts, facts)) return before.cut
  const cut = findRecordingCut(facts)
  known.set(facts.transcript, { facts, cut })
  return cut
}

const areSame = (a: CutFacts, b: CutFacts): boolean =>
  a.stretches === b.stretches &&
  a.loudness === b.loudness &&
  a.durationMs === b.durationMs &&
  a.part?.startMs === b.part?.startMs &&
  a.part?.endMs === b.part?.endMs

/** As `recordingCut`, of a cut that is not shown. */
export function findRecordingCut({
  transcript,
  stretches,
  loudness,
  durationMs,
  part,
}: CutFacts): RecordingCut {
  const frames = transcript.frames === undefined ? null : gridOfVideo(transcript.frames)
  const wanted = {
    transcript,
    stretches,
    durationMs,
    rate: RATE,
    loudness,
    ...(part === null ? {} : { part }),
    ...(frames === null ? {} : { frames }),
  }
  const found = findKeptSpans(wanted)
  const whole = { startMs: part?.startMs ?? 0, endMs: Math.min(part?.endMs ?? durationMs, durationMs) }
  return {
    ...found,
    transcript,
    stretches,
    shown: { ...wanted, kept: found.kept },
    cuts: cutSpans(found.kept).flatMap((cut) => {
      const [startMs, endMs] = [Math.max(cut.startMs, whole.startMs), Math.min(cut.endMs, whole.endMs)]
      // At the ends of the part an edge may be on the frame beside it.
      return endMs - startMs >= 1 && isInside(cut, whole, frames !== null) ? [{ startMs, endMs }] : []
    }),
    keptMs: keptMs(found.kept),
    wholeMs: whole.endMs - whole.startMs,
  }
}

const FRAME_MS = 50

const isInside = (cut: TimeSpan, whole: TimeSpan, hasFrames: boolean): boolean =>
  !hasFrames || (cut.endMs > whole.startMs + FRAME_MS && cut.startMs < whole.endMs - FRAME_MS)
