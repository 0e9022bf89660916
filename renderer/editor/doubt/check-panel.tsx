import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { isOwnPace, minutesFor } from '#core/doubt/checking-pace'
import type { Doubt } from '#core/doubt/reasons'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { useTranscriptAfterTyping } from '../../session/use-transcript-after-typing.ts'
import { Button } from '../../ui/button.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { Icon } from '../../ui/icon.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import { type EditorStore, openPlaceToCheck, useEditor } from '../editor-store.ts'
import { reasonWords } from '../reason-words.ts'
import { wordRangeIn, layoutOf } from '../surface/paragraph-layout.ts'
import { useSpeakerNames } from '../use-speaker-names.ts'
import styles from './check.module.css'
import { AllDoubtsSwitch } from './all-doubts-switch.tsx'
import { CheckProgress } from './check-progress.tsx'
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
/** Playback starts this long before the place and ends this long after it. */
const runUpMs = 700

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
  const take = (place: PlaceToCheck, other: string): void => {
    if (!replaceDoubt(session, place.doubt, other)) return
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

interface OpenPlaceProps {
  readonly place: PlaceToCheck
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  /** True if a person has corrected it. */
  readonly isChanged: boolean
  /** The current text of its words. */
  readonly text: string
  readonly onFinish: () => void
  readonly onTake: (other: string) => void
}

function OpenPlace({ place, session, player, store, isChanged, text, onFinish, onTake }: OpenPlaceProps) {
  const say = useSay()
  const names = useSpeakerNames(session)
  const wantsFocus = useEditor(store, (state) => state.wantsCheckFocus)
  const surface = useEditor(store, (state) => state.surface)
  const item = useRef<HTMLLIElement>(null)
  const { doubt } = place
  const others = doubt.reasons.flatMap((reason) =>
    reason.reason === 'second-decode-differs' && reason.other !== '' ? [reason.other] : [],
  )

  useEffect(() => {
    // Focus moves only on request: after a correction the focus stays in the text.
    if (!wantsFocus) return
    store.setState({ wantsCheckFocus: false })
    surface?.selectWords(doubt.fromWordId, doubt.toWordId)
    player.pause()
    player.seek(place.startMs)
    item.current?.focus()
  }, [wantsFocus, store, surface, doubt, player, place.startMs])

  const hear = (): void => {
    player.playSpan({ startMs: Math.max(0, place.startMs - runUpMs), endMs: place.endMs + runUpMs })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== item.current) return
    if (event.key === 'Tab' && !event.shiftKey) hear()
    else if (event.key === 'Enter') onFinish()
    else if (event.key.length === 1 && event.key !== ' ') {
      // The letter replaces the words in the text.
      store.setState({ openPlace: place, isCorrecting: true })
      surface?.selectWords(doubt.fromWordId, doubt.toWordId, { focus: true })
      return
    } else return
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={item}
      className={styles.now}
      aria-current="true"
      aria-label={say('editor.check.open', { text: place.text })}
      aria-describedby="check-keys"
      // Handles keys of its own: play, accept, correct.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <p className={styles.why}>
        <span>{reasonWords(doubt, say, names).join(' · ')}</span>
        <time>{formatDuration(place.startMs)}</time>
      </p>
      <Quote place={place} text={text} />
      {others.length > 0 && !isChanged && (
        <p className={styles.also}>
          {say('editor.check.also')}{' '}
          {others.map((other) => (
            <Button key={other} variant="line" size="small" onPress={() => onTake(other)}>
              {other}
            </Button>
          ))}
        </p>
      )}
      <div className={styles.acts}>
        <Button variant="line" size="small" icon="play" onPress={hear}>
          {say('editor.check.hear')} <kbd>Tab</kbd>
        </Button>
        <Button variant="main" size="small" onPress={onFinish}>
          {say(isChanged ? 'editor.check.done' : 'editor.check.accept')} <kbd>{say('editor.key.enter')}</kbd>
        </Button>
      </div>
      <p id="check-keys" className={styles.hidden}>
        {say('editor.check.keys')}
      </p>
    </li>
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

function Quote({ place, text }: { readonly place: PlaceToCheck; readonly text: string }) {
  return (
    <q className={styles.quote}>
      {place.before}
      <span className={styles.doubt}>{text}</span>
      {place.after}
    </q>
  )
}

/** Replaces the doubtful words with the text of another decode. */
function replaceDoubt(session: TranscriptSession, doubt: Doubt, other: string): boolean {
  const { transcript } = session.state
  const reason = doubt.reasons.find((each) => each.reason === 'second-decode-differs' && each.other === other)
  // Only the words of this reason: other reasons can make the place wider.
  const { fromWordId, toWordId } = reason?.reason === 'second-decode-differs' ? reason : doubt
  const paragraph = transcript.paragraphs.find(({ words }) => words.some((word) => word.id === fromWordId))
  const from = paragraph?.words.findIndex((word) => word.id === fromWordId) ?? -1
  const to = paragraph?.words.findIndex((word) => word.id === toWordId) ?? -1
  if (paragraph === undefined || from < 0 || to < 0) return false
  const { text, starts, ends } = layoutOf(paragraph)
  const isBetween = reason?.reason === 'second-decode-differs' && reason.between
  const start = isBetween ? (ends[from] ?? 0) : (starts[from] ?? 0)
  const end = isBetween ? start : (ends[to] ?? 0)
  const inserted = isBetween ? ` ${other}` : other
  if (wordRangeIn(paragraph, 0, text.length) === null) return false
  session.apply([
    replaceTextEdit(transcript, {
      id: session.newId(),
      paragraphId: paragraph.id,
      text: text.slice(0, start) + inserted + text.slice(end),
    }),
  ])
  return true
}
