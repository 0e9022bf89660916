import { useMemo } from 'react'
import type { RecordingCard } from '#contracts/calls/recordings'
import { useRecordingsOf } from '../rpc/queries.ts'
import { SpeakerTrack } from '../ui/speaker-track.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './podcasts.module.css'

/**
 * For an episode in the library: who speaks when, and how much is left to check. Before that there is no
 * text.
 */
export function EpisodeText({ recordingId }: { readonly recordingId: string }) {
  const ids = useMemo(() => [recordingId], [recordingId])
  const { data } = useRecordingsOf(ids)
  const card = data?.[0]
  return card?.transcript == null ? null : <TextFacts card={card} transcript={card.transcript} />
}

function TextFacts({
  card,
  transcript,
}: {
  readonly card: RecordingCard
  readonly transcript: NonNullable<RecordingCard['transcript']>
}) {
  const say = useSay()
  const { portrait, speakers, places, words } = transcript
  return (
    <div className={styles.text}>
      <SpeakerTrack
        className={styles.portrait}
        segments={portrait}
        colors={speakers.map(({ colour }) => colour)}
        durationMs={card.durationMs ?? 1}
      />
      {places !== null && (
        <span className={styles.meta}>
          {words === 0
            ? say('library.unsaid')
            : places.toCheck > 0
              ? say('library.places-to-check', { count: places.toCheck })
              : say(places.checked > 0 ? 'library.all-checked' : 'library.none-to-check')}
        </span>
      )}
    </div>
  )
}
