import type { OpenRecording } from '../rpc/open-recording.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { Icon } from '../ui/icon.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './export.module.css'

/** Says which part of a trimmed recording a video has. */
export function FilmPart({ trim }: { readonly trim: OpenRecording['trim'] }) {
  const say = useSay()
  if (trim === null) return null
  return (
    <p className={styles.losses}>
      <Icon name="info" small />
      {say('film.part', { from: formatDuration(trim.startMs), to: formatDuration(trim.endMs) })}
    </p>
  )
}
