import { noSegments, SpeakerTrack } from '../../ui/speaker-track.tsx'
import { useSay } from '../../ui/words.tsx'

/** Progress of joining several recordings into one. */
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
