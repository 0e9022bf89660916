import { useMemo } from 'react'
import { speakerNames } from '#core/transcript/speaker-names'
import type { Transcript } from '#core/transcript/transcript'
import { useSay } from '../../ui/words.tsx'
import { lanesOf, segmentColumns, type SegmentColumns } from './segment-columns.ts'

/** What the waveform and the overview draw from a transcript. */
export interface VoiceLanes {
  readonly turns: SegmentColumns
  /** By index of the speaker. */
  readonly names: readonly string[]
  readonly lanes: Int32Array
  readonly laneCount: number
}

/** Of a recording without a transcript. */
export const noVoices: VoiceLanes = {
  turns: segmentColumns({ turns: [], paragraphs: [], speakers: [] }),
  names: [],
  lanes: new Int32Array(),
  laneCount: 0,
}

/** Who speaks when, with name and lane. `transcribedUntilMs`: progress of a running job; null: complete. */
export function useVoices(transcript: Transcript, transcribedUntilMs: number | null): VoiceLanes {
  const say = useSay()
  const { speakers, turns } = transcript
  // Words only matter for lanes and, without detected turns, for times; a correction hardly ever changes
  // either.
  const { paragraphs } = transcript
  return useMemo(() => {
    const order = lanesOf({ paragraphs, turns, speakers })
    const names = speakerNames(speakers, (number) => say('speaker.numbered', { number }))
    const shownTurns =
      transcribedUntilMs === null
        ? turns
        : turns
            .filter(({ startMs }) => startMs < transcribedUntilMs)
            .map((turn) => ({ ...turn, endMs: Math.min(turn.endMs, transcribedUntilMs) }))
    return {
      turns: segmentColumns({ turns: shownTurns, paragraphs, speakers }),
      names: speakers.map(({ id }) => names.get(id) ?? ''),
      lanes: Int32Array.from(speakers, ({ id }) => order.get(id) ?? 0),
      laneCount: order.size,
    }
  }, [speakers, turns, paragraphs, transcribedUntilMs, say])
}
