import { Link } from '@tanstack/react-router'
import type { Proof } from '#core/formats/minutes/minutes-blocks'
import { shortTime } from '#core/notation/clock'
import { IconButton } from '../ui/icon-button.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './minutes.module.css'
import type { ItemSound } from './use-item-sound.ts'

/** The time of an item: it leads there in the recording, and beside it what was said is playing. */
export function ItemTime({
  id,
  atMs,
  proof,
  sound: { recordingId, hasSound, playing, play },
}: {
  readonly id: string
  readonly atMs: number | null
  readonly proof: Proof | null
  readonly sound: ItemSound
}) {
  const say = useSay()
  if (atMs === null) return null
  const time = shortTime(atMs)
  const isPlaying = playing === id
  return (
    <span className={styles.itemTime}>
      {hasSound && proof !== null && (
        <IconButton
          className={styles.play}
          icon={isPlaying ? 'stop' : 'play'}
          size="small"
          label={isPlaying ? say('minutes.page.stop') : say('minutes.page.hear', { time })}
          onPress={() => play(id, proof)}
        />
      )}
      <Link
        to="/recording/$id"
        params={{ id: recordingId }}
        search={{ at: atMs }}
        aria-label={say('minutes.page.go', { time })}
      >
        <time>{time}</time>
      </Link>
    </span>
  )
}
