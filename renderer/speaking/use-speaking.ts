import { useMemo } from 'react'
import { speakerNames } from '#core/transcript/speaker-names'
import { hasRange, rangeOfRun, rangeTimes } from '#core/sound/range'
import { speakingInSpan } from '#core/speaking/speaking-in-span'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { lanesOf } from '../sound/waveform/segment-columns.ts'
import type { Player } from '../sound/player/player.ts'
import type { TimeSpan } from '#core/transcript/time-span'
import { usePlayer } from '../sound/player/use-player.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import { voiceNumber } from '../ui/voice.ts'
import { useSay } from '../ui/words.tsx'
import { runningNote } from './running-note.ts'
import { diarizedSegments, type Speaking } from './speaking-of.ts'

export interface SpeakerDisplay {
  readonly name: string
  /** Value of the `data-v` attribute. */
  readonly voice: number
  readonly colour: number
  readonly lane: number
}

export interface LiveSpeaking extends Speaking {
  readonly displays: ReadonlyMap<string, SpeakerDisplay>
  /** The counted part, also if only that part was transcribed or is kept; null: the whole recording. */
  readonly span: TimeSpan | null
  readonly durationMs: number
  /** Why no voice speaks, where none does. */
  readonly none: 'speaking.none' | `speaking.none.${'here' | 'unsaid' | 'untimed' | 'all'}`
}

export type Scope = 'whole' | 'selection'

/** The intersection of two spans; the first if they do not overlap. */
function sharedSpan(a: TimeSpan, b: TimeSpan | null): TimeSpan {
  if (b === null) return a
  const startMs = Math.max(a.startMs, b.startMs)
  const endMs = Math.min(a.endMs, b.endMs)
  return endMs > startMs ? { startMs, endMs } : a
}

/** Who speaks for how long, updated during correction; null if a selection is required and there is none. */
export function useSpeaking(
  session: TranscriptSession,
  player: Player,
  recording: OpenRecording,
  scope: Scope,
): LiveSpeaking | null {
  const say = useSay()
  const { turns, paragraphs, speakers, run } = useTranscriptAfterTyping(session)
  const selection = usePlayer(player, (state) => state.selection)
  const { trim } = recording
  const durationMs = recording.durationMs ?? 0
  const transcribed = useMemo(() => {
    const range = rangeOfRun(run.settings)
    const made = hasRange(range) ? rangeTimes(range, durationMs) : null
    return trim === null ? made : sharedSpan(trim, made)
  }, [run, durationMs, trim])
  const span = scope === 'selection' ? selection : transcribed
  const isAsked = scope === 'whole' || selection !== null
  const displays = useMemo(() => {
    const lanes = lanesOf({ paragraphs, turns, speakers })
    const names = speakerNames(speakers, (number) => say('speaker.numbered', { number }))
    return new Map(
      speakers.map(({ id, colour }): [string, SpeakerDisplay] => [
        id,
        { name: names.get(id) ?? '', voice: voiceNumber(colour), colour, lane: lanes.get(id) ?? 0 },
      ]),
    )
  }, [speakers, turns, paragraphs, say])
  const turnFigures = useMemo(
    () => (isAsked ? diarizedSegments({ turns, speakers }, durationMs, span) : null),
    [turns, speakers, durationMs, span, isAsked],
  )
  const figures = useMemo(
    () => (isAsked ? speakingInSpan({ turns, paragraphs, speakers }, durationMs, span) : null),
    [turns, paragraphs, speakers, durationMs, span, isAsked],
  )
  const isRunning = runningNote(recording) !== null
  const none = useMemo((): LiveSpeaking['none'] => {
    if (isRunning) return 'speaking.none'
    if (scope === 'selection') return 'speaking.none.here'
    if (paragraphs.every(({ words }) => words.length === 0)) return 'speaking.none.all'
    return speakers.length === 0 ? 'speaking.none.unsaid' : 'speaking.none.untimed'
  }, [isRunning, scope, paragraphs, speakers])
  return useMemo(
    () =>
      turnFigures === null || figures === null
        ? null
        : { figures, ...turnFigures, displays, span, durationMs, none },
    [turnFigures, figures, displays, span, durationMs, none],
  )
}
