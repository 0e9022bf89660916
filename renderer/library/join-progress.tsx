import { noSegments, SpeakerTrack } from '../ui/speaker-track.tsx'
import { useSay } from '../ui/words.tsx'

/** How far the one recording of several has been made. */
export function JoinProgress({ fraction }: { readonly fraction: number }) {
  const say = useSay()
  return (
    <SpeakerTrack
      segments={noSegments}
      colors={[]}
      durationMs={1}
      progress={fraction}
      label={say('library.job.track', { share: fraction })}
    />
  )
}
