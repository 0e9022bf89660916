import { useMemo } from 'react'
import {
  type FoundKind,
  type FoundPlace,
  foundStretches,
  foundWords,
  withoutKind,
} from '#core/cut/found-places'
import { longPauses, type PauseLimits } from '#core/cut/long-pauses'
import { possibleFillers } from '#core/cut/possible-fillers'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useLoudness } from '../../sound/waveform/use-loudness.ts'
import { type CutRecording, findRecordingCut, type RecordingCut } from '../use-recording-cut.ts'
import { useDeletedTimes } from './use-deleted-times.ts'

export type FoundPlaces = Readonly<Record<FoundKind, readonly FoundPlace[]>>

/** What can be cut by its kind, and what is cut so. Nothing that needs the sound's loudness until that is loaded. */
export function useFoundPlaces(
  session: TranscriptSession,
  recording: CutRecording,
  cut: RecordingCut,
  { longerThanMs, leftMs }: PauseLimits,
): FoundPlaces {
  const { transcript, stretches, cuts } = cut
  const { paragraphs, marks, language } = transcript
  const { playable, trim } = recording
  const loudness = useLoudness(recording)
  const deleted = useDeletedTimes(session)
  const durationMs = recording.durationMs ?? 0
  const words = useMemo(
    () => ({
      filler: foundWords({ paragraphs, marks }, 'filler', language),
      repetition: foundWords({ paragraphs, marks }, 'repetition', language),
    }),
    [paragraphs, marks, language],
  )
  const pause = useMemo(() => {
    if (playable && loudness === null) return foundStretches('pause', [], stretches)
    const without = withoutKind({ transcript, stretches }, 'pause')
    const { kept } = findRecordingCut({ ...without, loudness, durationMs, part: trim })
    const found = longPauses(transcript, kept, { longerThanMs, leftMs }, loudness)
    return foundStretches('pause', found, stretches)
  }, [transcript, stretches, loudness, playable, durationMs, trim, longerThanMs, leftMs])
  const sounds = useMemo(
    () => (loudness === null || deleted === null ? [] : possibleFillers({ paragraphs }, loudness, deleted)),
    [paragraphs, loudness, deleted],
  )
  const noWords = useMemo(() => {
    const isGone = ({ startMs, endMs }: FoundPlace): boolean =>
      cuts.some((span) => span.startMs <= startMs && span.endMs >= endMs)
    return foundStretches('no-words', sounds, stretches).filter((place) => place.isCut || !isGone(place))
  }, [sounds, stretches, cuts])
  return useMemo(() => ({ ...words, pause, 'no-words': noWords }), [words, pause, noWords])
}
