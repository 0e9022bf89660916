import { useMemo } from 'react'
import { speakerNames } from '#core/transcript/speaker-names'
import type { Transcript } from '#core/transcript/transcript'
import { useSay } from '../../ui/words.tsx'
import { lanesOf, turnColumns, type TurnColumns } from './turn-columns.ts'

/** What wave and map draw of a transcript. */
export interface VoiceLanes {
  readonly turns: TurnColumns
  /** By speaker's index. */
  readonly names: readonly string[]
  readonly lanes: Int32Array
  readonly laneCount: number
}

/** Who speaks when, by what name and in which lane. `transcribedUntilMs`: a running job has come so far; null: all. */
export function useVoices(transcript: Transcript, transcribedUntilMs: number | null): VoiceLanes {
  const say = useSay()
  const { speakers, turns } = transcript
  // Words matter for lanes and, where nobody heard turns, for spans; both hardly ever change with a correction.
  const { paragraphs } = transcript
  return useMemo(() => {
    const order = lanesOf({ paragraphs, turns, speakers })
    const names = speakerNames(speakers, (number) => say('speaker.numbered', { number }))
    const heard =
      transcribedUntilMs === null
        ? turns
        : turns
            .filter(({ startMs }) => startMs < transcribedUntilMs)
            .map((turn) => ({ ...turn, endMs: Math.min(turn.endMs, transcribedUntilMs) }))
    return {
      turns: turnColumns({ turns: heard, paragraphs, speakers }),
      names: speakers.map(({ id }) => names.get(id) ?? ''),
      lanes: Int32Array.from(speakers, ({ id }) => order.get(id) ?? 0),
      laneCount: order.size,
    }
  }, [speakers, turns, paragraphs, transcribedUntilMs, say])
}
