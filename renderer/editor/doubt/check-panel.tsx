import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { isOwnPace, minutesFor } from '#core/doubt/checking-pace'
import type { Doubt } from '#core/doubt/reasons'
import { replaceTextEdit } from '#core/edits/replace-text'
import { setMarkEdit } from '#core/edits/set-mark'
import type { TranscriptSession } from '../../recording/transcript-session.ts'
import type { Player } from '../../sound/player.ts'
import { useSettledTranscript } from '../../sound/use-settled-transcript.ts'
import { Button } from '../../ui/button.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { Icon } from '../../ui/icon.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import { type EditorStore, useEditor } from '../editor-store.ts'
import { reasonWords } from '../reason-words.ts'
import { wordRangeIn, layoutOf } from '../surface/paragraph-layout.ts'
import { useSpeakerNames } from '../use-speaker-names.ts'
import styles from './check.module.css'
import { AllDoubtsSwitch } from './all-doubts-switch.tsx'
import { CheckProgress } from './check-progress.tsx'
import { checkedPlaces, type CheckOrder, type PlaceToCheck } from './places-to-check.ts'
import { useCheckingPace } from './use-checking-pace.ts'

export interface CheckPanelProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  readonly places: readonly PlaceToCheck[] | null
  readonly order: CheckOrder
  readonly onOrder: (order: CheckOrder) => void
}

/** Rows that are drawn below the open one; more come as it moves on. */
const shownAfter = 40
/** Heard a little before and after the place itself. */
const runUpMs = 700

/** What wants a look, one open at a time: hear it, accept or correct it, next. */
export function CheckPanel({ session, player, store, places, order, onOrder }: CheckPanelProps) {
  const say = useSay()
  const transcript = useSettledTranscript(session)
  const openKey = useEditor(store, (state) => state.openDoubt)
  const [checkedLast, setCheckedLast] = useState<PlaceToCheck | null>(null)
  const checked = useMemo(() => checkedPlaces(transcript), [transcript])
  const pace = useCheckingPace(checked)
  if (places === null) return <Loading />
  const found = places.findIndex((place) => place.key === openKey)
  const openIndex = Math.max(0, found)
  const open = places[openIndex]

  const goOn = (from: PlaceToCheck): void => {
    const at = places.indexOf(from)
    const next = places[at + 1] ?? places.find((place) => place !== from)
    setCheckedLast(from)
    store.setState({ openDoubt: next?.key ?? null, wantsCheckFocus: next !== undefined })
  }
  const accept = (place: PlaceToCheck): void => {
    const { fromWordId, toWordId } = place.doubt
    const id = session.newId()
    const mark = { id: `${id}.0`, kind: 'accepted', fromWordId, toWordId, value: null }
    session.apply([setMarkEdit(session.state.transcript, { id, mark })], { origin: 'check' })
    goOn(place)
  }
  const take = (place: PlaceToCheck, other: string): void => {
    if (replaceDoubt(session, place.doubt, other)) goOn(place)
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
      {open === undefined && <p className={styles.none}>{say('editor.check.none')}</p>}
      <ol className={styles.todo}>
        {checkedLast !== null && (
          <li>
            <p className={styles.why}>
              <Icon name="check" small />
              {say('editor.check.checked')}
              <time>{formatDuration(checkedLast.startMs)}</time>
            </p>
            <blockquote className={styles.dim}>
              {checkedLast.before}
              {checkedLast.text}
              {checkedLast.after}
            </blockquote>
          </li>
        )}
        {places
          .slice(openIndex, openIndex + shownAfter)
          .map((place) =>
            place === open ? (
              <OpenPlace
                key={place.key}
                place={place}
                session={session}
                player={player}
                store={store}
                onAccept={() => accept(place)}
                onTake={(other) => take(place, other)}
              />
            ) : (
              <ClosedPlace
                key={place.key}
                place={place}
                session={session}
                onOpen={() => store.setState({ openDoubt: place.key, wantsCheckFocus: true })}
              />
            ),
          )}
      </ol>
      {places.length > openIndex + shownAfter && (
        <p className={styles.meta}>
          {say('editor.check.more', { count: places.length - openIndex - shownAfter })}
        </p>
      )}
    </div>
  )
}

interface OpenPlaceProps {
  readonly place: PlaceToCheck
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  readonly onAccept: () => void
  readonly onTake: (other: string) => void
}

function OpenPlace({ place, session, player, store, onAccept, onTake }: OpenPlaceProps) {
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
    // Asked for once: a place that is open because the one before was corrected leaves the person in the text.
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
    else if (event.key === 'Enter') onAccept()
    else if (event.key.length === 1 && event.key !== ' ') {
      // The letter goes where the words are, in their place.
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
      // It answers keys of its own: hear, accept, correct.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <p className={styles.why}>
        <span>
          {[...new Set(doubt.reasons.map((reason) => reasonWords(reason, say, names)))].join(' · ')}
        </span>
        <time>{formatDuration(place.startMs)}</time>
      </p>
      <Quote place={place} />
      {others.length > 0 && (
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
        <Button variant="main" size="small" onPress={onAccept}>
          {say('editor.check.accept')} <kbd>{say('editor.key.enter')}</kbd>
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
  const [reason] = place.doubt.reasons
  return (
    <li>
      <button type="button" className={styles.row} onClick={onOpen}>
        <span className={styles.why}>
          <span>{reason && reasonWords(reason, say, names)}</span>
          <time>{formatDuration(place.startMs)}</time>
        </span>
        <Quote place={place} />
      </button>
    </li>
  )
}

function Quote({ place }: { readonly place: PlaceToCheck }) {
  return (
    <q className={styles.quote}>
      {place.before}
      <span className={styles.doubt}>{place.text}</span>
      {place.after}
    </q>
  )
}

/** Puts what another decode heard in the place of the doubtful words. */
function replaceDoubt(session: TranscriptSession, doubt: Doubt, other: string): boolean {
  const { transcript } = session.state
  const reason = doubt.reasons.find((each) => each.reason === 'second-decode-differs' && each.other === other)
  // Its own words: the place may be wider, for other reasons.
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
