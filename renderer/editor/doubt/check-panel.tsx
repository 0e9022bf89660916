import { useMemo } from 'react'
import { isOwnPace, minutesFor } from '#core/doubt/checking-pace'
import { type Alternative, alternativeEdit } from '#core/doubt/alternatives'
import { giveSpeaker } from '#core/speaker-review/settle-edits'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { useTranscriptAfterTyping } from '../../session/use-transcript-after-typing.ts'
import { formatDuration } from '../../ui/format-duration.ts'
import { Icon } from '../../ui/icon.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import { type EditorStore, openPlaceToCheck, useEditor } from '../editor-store.ts'
import { reasonWords } from '../reason-words.ts'
import { useSpeakerNames } from '../use-speaker-names.ts'
import styles from './check.module.css'
import { AllDoubtsSwitch } from './all-doubts-switch.tsx'
import { CheckProgress } from './check-progress.tsx'
import { CorrectionOffers } from './correction-offers.tsx'
import { OpenPlace } from './open-place.tsx'
import { Quote } from './quote.tsx'
import { finishPlace } from './finish-place.ts'
import {
  checkedPlaces,
  type CheckOrder,
  placeAfter,
  placeNow,
  type PlaceToCheck,
  textOfPlace,
} from '#core/doubt/places-to-check'
import { useCheckingPace } from './use-checking-pace.ts'

export interface CheckPanelProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  readonly places: readonly PlaceToCheck[] | null
  readonly order: CheckOrder
  readonly onOrder: (order: CheckOrder) => void
}

/** Rows drawn below the open one; more follow as the open one advances. */
const shownAfter = 40

/** The list of places to check, one open at a time: play it, accept or correct it, go to the next. */
export function CheckPanel({ session, player, store, places, order, onOrder }: CheckPanelProps) {
  const say = useSay()
  const transcript = useTranscriptAfterTyping(session)
  const openPlace = useEditor(store, (state) => state.openPlace)
  const isCorrecting = useEditor(store, (state) => state.isCorrecting)
  const checkedPlace = useEditor(store, (state) => state.checkedPlace)
  const checked = useMemo(() => checkedPlaces(transcript), [transcript])
  const pace = useCheckingPace(checked)
  if (places === null) return <Loading />
  const open = isCorrecting ? openPlace : placeNow(places, openPlace, order)
  const found = places.findIndex((place) => place.key === open?.key)
  // A place that is being corrected is no longer in the list; the next one is the place after it.
  const next = found < 0 && open !== null ? placeAfter(places, open, order) : null
  const rest = found < 0 ? places.slice(next === null ? 0 : places.indexOf(next)) : places.slice(found + 1)

  const finish = (place: PlaceToCheck): void => finishPlace(session, store, places, place, order)
  const take = (place: PlaceToCheck, other: Alternative): void => {
    const edit = alternativeEdit(session.state.transcript, other, session.newId())
    if (edit === null) return
    session.apply([edit])
    store.setState({ checkedPlace: place })
    openPlaceToCheck(store, placeAfter(places, place, order))
  }

  const give = (place: PlaceToCheck, speakerId: string): void => {
    const { fromWordId, toWordId } = place.doubt
    const asked = { fromWordId, toWordId, startMs: place.startMs, endMs: place.endMs }
    const edits = giveSpeaker(session.state.transcript, asked, speakerId, () => session.newId())
    session.apply(edits, { origin: 'check', stepId: session.newId() })
    store.setState({ checkedPlace: place })
    openPlaceToCheck(store, placeAfter(places, place, order))
  }

  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <span className={styles.count}>
          {say('editor.check.count', { checked, all: checked + places.length })}
        </span>
        {places.length > 0 && (
          <span className={styles.meta}>
            {say(isOwnPace(pace) ? 'editor.check.left' : 'editor.check.left.guess', {
              minutes: minutesFor(places.length, pace),
              seconds: Math.round(pace.placeMs / 1_000),
            })}
          </span>
        )}
      </div>
      <CheckProgress checked={checked} left={places.length} />
      <AllDoubtsSwitch />
      {places.length > 1 && (
        <Select
          size="small"
          label={say('editor.check.order')}
          choices={[
            { id: 'reading', label: say('editor.check.order.reading') },
            { id: 'likeliest', label: say('editor.check.order.likeliest') },
          ]}
          chosen={order}
          onChoose={onOrder}
        />
      )}
      {open === null && <p className={styles.none}>{say('editor.check.none')}</p>}
      <CorrectionOffers session={session} />
      <ol className={styles.todo}>
        {checkedPlace !== null && (
          <li>
            <p className={styles.why}>
              <Icon name="check" small />
              {say('editor.check.checked')}
              <time>{formatDuration(checkedPlace.startMs)}</time>
            </p>
            <blockquote className={styles.dim}>
              {checkedPlace.before}
              {textOfPlace(transcript, checkedPlace)}
              {checkedPlace.after}
            </blockquote>
          </li>
        )}
        {open !== null && (
          <OpenPlace
            key={open.key}
            place={open}
            session={session}
            player={player}
            store={store}
            isChanged={found < 0}
            text={found < 0 ? textOfPlace(transcript, open) : open.text}
            onFinish={() => finish(open)}
            onTake={(other) => take(open, other)}
            onSpeaker={(speakerId) => give(open, speakerId)}
          />
        )}
        {rest.slice(0, shownAfter).map((place) => (
          <ClosedPlace
            key={place.key}
            place={place}
            session={session}
            onOpen={() => openPlaceToCheck(store, place)}
          />
        ))}
      </ol>
      {rest.length > shownAfter && (
        <p className={styles.meta}>{say('editor.check.more', { count: rest.length - shownAfter })}</p>
      )}
    </div>
  )
}

function ClosedPlace({
  place,
  session,
  onOpen,
}: {
  readonly place: PlaceToCheck
  readonly session: TranscriptSession
  readonly onOpen: () => void
}) {
  const say = useSay()
  const names = useSpeakerNames(session)
  return (
    <li>
      <button type="button" className={styles.row} onClick={onOpen}>
        <span className={styles.why}>
          <span>{reasonWords(place.doubt, say, names)[0]}</span>
          <time>{formatDuration(place.startMs)}</time>
        </span>
        <Quote place={place} text={place.text} />
      </button>
    </li>
  )
}
