import type { LiveDraftText } from '#contracts/sound-wire'
import { formatDuration } from '../../ui/format-duration.ts'
import styles from './live-text.module.css'

/** The current speech, in gray until its line arrives. Screen readers only read the line. */
export function LiveDraft({ draft: { startMs, text } }: { readonly draft: LiveDraftText }) {
  return (
    <div className={styles.paragraph} aria-hidden="true">
      <div className={styles.who}>
        <time>{formatDuration(startMs)}</time>
      </div>
      <i className={styles.open} />
      <p className={styles.soon}>{text}</p>
    </div>
  )
}
