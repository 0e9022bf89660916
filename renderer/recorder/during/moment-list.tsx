import { useShownKey } from '../../keys/use-key-actions.ts'
import { formatDuration } from '../../ui/format-duration.ts'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useSay } from '../../ui/words.tsx'
import { useRecorder, useTry } from '../parts/use-recorder.tsx'
import { type PageMoment, useRecorderStore } from '../running/recorder-store.ts'
import { momentParts } from '../running/moment-draft.ts'
import styles from './moments.module.css'

/** The moments so far, latest first, up to a maximum. */
export function MomentList({ most = Infinity }: { readonly most?: number }) {
  const say = useSay()
  const moments = useRecorderStore(({ running }) => running?.moments)
  const key = useShownKey('record-moment')
  if (moments === undefined || moments.length === 0)
    return <p className={styles.meta}>{say('rec.moments.none', { key: key ?? say('rec.moment') })}</p>
  return (
    <ol className={styles.list}>
      {moments
        .toReversed()
        .slice(0, most)
        .map((moment) => (
          <MomentRow key={moment.id} moment={moment} />
        ))}
    </ol>
  )
}

function MomentRow({ moment }: { readonly moment: PageMoment }) {
  const say = useSay()
  const recorder = useRecorder()
  const attempt = useTry()
  const { text, who, until } = momentParts(moment)
  const time = formatDuration(moment.atMs)
  return (
    <li>
      <Icon name={moment.kind} small />
      <div>
        <p className={styles.what}>{text === '' ? say(`rec.moment.${moment.kind}`) : text}</p>
        {(who !== '' || until !== '') && (
          <p className={styles.meta}>
            {until === ''
              ? who
              : say(who === '' ? 'rec.moment.until-only' : 'rec.moment.who-until', { who, until })}
          </p>
        )}
      </div>
      <time>{time}</time>
      <IconButton
        icon="x"
        size="small"
        label={say('rec.moment.remove', { time })}
        onPress={() => attempt(() => recorder.actions.removeMoment(moment.id))}
      />
    </li>
  )
}
