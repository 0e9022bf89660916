import type { RecordingCard } from '#contracts/calls/recordings'
import { noSegments, SpeakerTrack } from '../../ui/speaker-track.tsx'
import { useSay } from '../../ui/words.tsx'

/**
 * A recording's speaker track as far as the job is done. `share`: of the whole job; in whole percent, never
 * 100 before the end.
 */
export function JobTrack({ card, share }: { readonly card: RecordingCard; readonly share: number }) {
  const say = useSay()
  return (
    <SpeakerTrack
      segments={card.transcript?.portrait ?? noSegments}
      colors={card.transcript?.speakers.map(({ colour }) => colour) ?? []}
      durationMs={card.durationMs ?? 1}
      progress={share}
      label={say('library.job.track', { share: Math.floor(share * 100) / 100 })}
    />
  )
}
