import { formatDuration } from '../../ui/format-duration.ts'
import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/words.tsx'
import type { PageMoment } from '../running/recorder-store.ts'
import { momentParts } from '../running/moment-draft.ts'
import styles from './live-text.module.css'

/** A moment between the paragraphs, where it was marked. */
export function LiveMoment({ moment }: { readonly moment: PageMoment }) {
  const say = useSay()
  const { text, who } = momentParts(moment)
  return (
    <div className={styles.moment}>
      <time>{formatDuration(moment.atMs)}</time>
      <i className={styles.diamond} aria-hidden="true" />
      <p>
        <Icon name={moment.kind} small />
        <b>{say(`rec.moment.${moment.kind}`)}</b> {who === '' ? text : `${text} (${who})`}
      </p>
    </div>
  )
}
