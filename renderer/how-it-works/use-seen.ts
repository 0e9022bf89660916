import { useQuery } from '@tanstack/react-query'
import type { RecordingCard } from '#contracts/calls/recordings'
import type { DoubtEvidence } from '#core/doubt/evidence'
import { type SeenSeconds, seenSeconds } from '#core/how-it-works/seen-seconds'
import type { VoiceDot } from '#core/how-it-works/voice-dots'
import type { Speaker } from '#core/transcript/transcript'
import type { PageHost } from '../rpc/host.ts'
import { queryKeys } from '../rpc/query-keys.ts'
import { useHost, useStudio } from '../rpc/studio-context.tsx'
import type { StudioClient } from '../rpc/studio-client.ts'
import { unpackTranscript } from '../session/unpack-transcript.ts'
import { loadPeaks } from '../sound/waveform/use-peaks.ts'
import { seenBars } from './seen-bars.ts'

/** The content of the pictures. */
export interface Seen extends SeenSeconds {
  /** Level from 0 to 1, in order of time; null if the sound is not available. */
  readonly bars: readonly number[] | null
  readonly dots: readonly VoiceDot[]
  /** Speakers of the dots. */
  readonly speakers: readonly Pick<Speaker, 'id' | 'name' | 'colour'>[]
}

/** Null if it is not recorded how the recording's text was made, or it has none. */
export function useSeen(recording: RecordingCard | null) {
  const studio = useStudio()
  const host = useHost()
  return useQuery({
    queryKey: queryKeys.seenSeconds(recording?.id ?? ''),
    queryFn: ({ signal }) => (recording === null ? null : loadSeen(studio, host, recording, signal)),
    staleTime: 0,
  })
}

async function loadSeen(
  studio: StudioClient,
  host: PageHost,
  { id, playable, transcript: card }: RecordingCard,
  signal: AbortSignal,
): Promise<Seen | null> {
  if (card === null) return null
  const [state, { evidence }, { dots }] = await Promise.all([
    studio.call('transcripts.get', { transcriptId: card.id }, { signal }),
    studio.call('transcripts.evidence', { transcriptId: card.id }, { signal }),
    studio.call('transcripts.voiceDots', { transcriptId: card.id }, { signal }),
  ])
  const transcript = unpackTranscript(state)
  const seconds = seenSeconds(transcript, JSON.parse(evidence) as DoubtEvidence)
  if (seconds === null) return null
  const peaks = playable ? await loadPeaks(await host.mediaUrl(id, 'peaks'), signal) : null
  return {
    ...seconds,
    bars: peaks === null ? null : seenBars(peaks, seconds),
    dots,
    speakers: transcript.speakers.map((speaker) => ({
      id: speaker.id,
      name: speaker.name,
      colour: speaker.colour,
    })),
  }
}
