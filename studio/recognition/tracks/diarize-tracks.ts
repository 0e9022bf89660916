import { shareSpeakers } from '#core/tracks/share-speakers'
import type { Speaker, SpeakerSegment } from '#core/transcript/transcript'
import type { JobContext } from '../job-context.ts'
import type { SpeakerEngines } from '../job-engines.ts'
import { type DiarizedSpeakers, diarize } from '../steps/speakers.ts'

/** A track of a recording, and its speaker's name if one was given. */
export interface TrackContext {
  /** Index among the audio tracks, from 0. */
  readonly track: number
  /** The only speaker on the track; null: any number of speakers. */
  readonly speaker: string | null
  readonly context: JobContext
}

export interface TrackSpeakers extends DiarizedSpeakers {
  readonly track: number
}

/**
 * Finds who speaks when on each track. No speaker of one track is a speaker of another; a given number of
 * speakers is divided among the tracks (`shareSpeakers`).
 * @param startEngines engines for one diarization, which ends them
 */
export async function diarizeTracks(
  tracks: readonly TrackContext[],
  speakers: number | null,
  startEngines: () => Promise<SpeakerEngines>,
  report: (fraction: number) => void,
): Promise<TrackSpeakers[]> {
  const diarizeOne = async (one: TrackContext, index: number, count: number | null) => {
    const { settings, ...context } = one.context
    return diarize({
      ...context,
      settings: { ...settings, speakers: one.speaker === null ? count : 1 },
      engines: await startEngines(),
      report: (_step, fraction) => report((index + fraction) / tracks.length),
    })
  }
  const found: DiarizedSpeakers[] = []
  for (const [index, one] of tracks.entries()) found.push(await diarizeOne(one, index, null))
  if (speakers !== null) {
    const counts = found.map((each) => each.speakers.length)
    for (const [index, share] of shareSpeakers(counts, speakers).entries()) {
      const one = tracks[index]
      // Repeated from stored results, without sound.
      if (one !== undefined && share !== counts[index]) found[index] = await diarizeOne(one, index, share)
    }
  }
  return numbered(tracks, found)
}

/** Speakers of all tracks, numbered consecutively across tracks. */
function numbered(tracks: readonly TrackContext[], found: readonly DiarizedSpeakers[]): TrackSpeakers[] {
  let before = 0
  return found.map(({ speakers, turns, voicePrints }, index): TrackSpeakers => {
    const first = before
    before += speakers.length
    const ids = new Map(speakers.map(({ id }, at) => [id, `s${first + at + 1}`]))
    const idOf = (id: string): string => ids.get(id) ?? id
    const name = tracks[index]?.speaker ?? null
    return {
      track: tracks[index]?.track ?? index,
      speakers: speakers.map((speaker, at): Speaker => ({
        ...speaker,
        id: idOf(speaker.id),
        name: at === 0 ? name : null,
        colour: first + at,
      })),
      turns: turns.map((turn): SpeakerSegment => ({ ...turn, speakerId: idOf(turn.speakerId) })),
      voicePrints,
    }
  })
}
