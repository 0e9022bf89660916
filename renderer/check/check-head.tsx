import { type CheckingPace, isOwnPace, minutesFor } from '#core/doubt/checking-pace'
import { changeCheck, type CheckState, type EditorStore } from '../editor/editor-store.ts'
import { useSay } from '../ui/words.tsx'
import { Select } from '../ui/select.tsx'
import styles from './check.module.css'
import { CheckProgress } from './check-progress.tsx'
import { ReasonFilter } from './reason-filter.tsx'

export interface CheckHeadProps {
  readonly store: EditorStore
  readonly check: CheckState
  /** Number of items that were looked at, and that are listed. */
  readonly looked: number
  readonly left: number
  readonly pace: CheckingPace
  /** Items are still searched for. */
  readonly isWaiting: boolean
}

/** How far the person is, which reasons are listed, and in which order. */
export function CheckHead({ store, check, looked, left, pace, isWaiting }: CheckHeadProps) {
  const say = useSay()
  const all = looked + left
  return (
    <div className={styles.head}>
      <div className={styles.counts}>
        <p className={styles.count} role="status">
          {all > 0 ? say('check.looked', { looked, all }) : isWaiting ? '' : say('check.none-here')}
        </p>
        {check.timed === null && left > 0 && (
          <span className={styles.meta}>
            {say(isOwnPace(pace) ? 'editor.check.left' : 'editor.check.left.guess', {
              minutes: minutesFor(left, pace),
              seconds: Math.round(pace.placeMs / 1_000),
            })}
          </span>
        )}
      </div>
      <CheckProgress checked={looked} left={left} />
      <div className={styles.picks}>
        <ReasonFilter store={store} check={check} />
        <Select
          size="small"
          className={styles.pick}
          label={say('editor.check.order')}
          choices={[
            { id: 'likeliest', label: say('editor.check.order.likeliest') },
            { id: 'reading', label: say('editor.check.order.reading') },
          ]}
          chosen={check.order}
          onChoose={(order) => changeCheck(store, { order })}
        />
      </div>
    </div>
  )
}
