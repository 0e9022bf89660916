import type { Player } from '../../sound/player/player.ts'
import { formatDuration } from '../../ui/format-duration.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useSay } from '../../ui/words.tsx'
import type { SpeakerClip } from './speaker-clips.ts'
import styles from './speakers.module.css'

/** A clip with a play button, its text and its time. */
export function ClipButton({ clip, player }: { readonly clip: SpeakerClip; readonly player: Player }) {
  const say = useSay()
  const time = formatDuration(clip.startMs)
  return (
    <>
      <IconButton
        icon="play"
        variant="line"
        size="small"
        label={say('editor.hear-at', { time })}
        onPress={() => player.playSpan({ startMs: clip.startMs, endMs: clip.endMs })}
      />
      <span className={styles.said}>{clip.text}</span>
      <time className={styles.time}>{time}</time>
    </>
  )
}
