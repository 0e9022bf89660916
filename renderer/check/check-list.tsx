import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { countChecked } from '#core/doubt/places-to-check'
import { itemAfter, itemByKey, itemNow, orderItems } from '#core/doubt/list-order'
import type { Transcript } from '#core/transcript/transcript'
import type { CheckItem, EditAct, ShownItem } from '../editor/check-item.ts'
import {
  changeCheck,
  type DoneItem,
  type EditorStore,
  listedItems,
  openToCheck,
  useEditor,
} from '../editor/editor-store.ts'
import { finishItem, settleItem } from '../editor/finish-item.ts'
import { playInCut } from '../cut/set-cutting.ts'
import { useShownKey } from '../keys/use-key-actions.ts'
import { useUntilNextKey } from '../keys/use-until-next-key.ts'
import { CorrectionsBar } from '../corrections/corrections-bar.tsx'
import { CompareBar } from '../second-opinion/compare-bar.tsx'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import type { Player } from '../sound/player/player.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { Icon } from '../ui/icon.tsx'
import { Loading } from '../ui/loading.tsx'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'
import { CheckEnd } from './check-end.tsx'
import { CheckHead } from './check-head.tsx'
import { CorrectionOffers } from './correction-offers.tsx'
import styles from './check.module.css'
import { ItemLines } from './item-lines.tsx'
import { JoinCheck } from './join-check.tsx'
import { OpenItem } from './open-item.tsx'
import { TimedCheck } from './timed-check.tsx'
import { useCheckingPace } from './use-checking-pace.ts'

export interface CheckListProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  readonly recording: OpenRecording
}

/** Playback starts this long before an item and ends this long after it. */
const RUN_UP_MS = 700
/** Rows drawn below the open one; more follow as the open one advances. */
const SHOWN_AFTER = 40

/** The list to check, whatever the reason: one item open; hear it, decide, go to the next. */
export function CheckList({ session, player, store, recording }: CheckListProps) {
  const say = useSay()
  const transcript = useTranscriptAfterTyping(session)
  const check = useEditor(store, (state) => state.check)
  const comparing = useEditor(store, (state) => state.comparing)
  const { isLooking, order, isCorrecting, isAskedFor, done, aligned } = check
  const nextKey = useShownKey('next-doubt')
  const pace = useCheckingPace(done.length)
  const top = useRef<HTMLDivElement>(null)
  const listed = useMemo(() => orderItems(listedItems(check), order), [check, order])
  const open = isCorrecting ? check.open : itemNow(listed, check.open, order)
  const found = listed.findIndex(({ key }) => key === open?.key)
  // An item that is being corrected is no longer in the list; the next one is the one after it.
  const next = found < 0 && open !== null ? itemAfter(listed, open, order) : null
  const rest = found < 0 ? listed.slice(next === null ? 0 : listed.indexOf(next)) : listed.slice(found + 1)
  // One that is listed again was taken back.
  const last = done.findLast(({ item }) => !check.items.some(({ key }) => key === item.key))
  const looked = useMemo(() => lookedAt(check, transcript), [check, transcript])

  const surface = useEditor(store, (state) => state.surface)
  const shown = open?.show(transcript) ?? null
  const played = useRef({ key: '', times: 0 })

  const play = ({ key, startMs, endMs }: CheckItem, { sounds = [] }: ShownItem): void => {
    const times = played.current.key === key ? played.current.times : 0
    played.current = { key, times: times + 1 }
    const sound = sounds[times % Math.max(1, sounds.length)]
    if (sound?.isOfCut === true) playInCut(store, sound)
    else player.playSpan(sound ?? { startMs: Math.max(0, startMs - RUN_UP_MS), endMs: endMs + RUN_UP_MS })
  }
  /** The letter that was pressed replaces the words in the text. */
  const correct = (item: CheckItem): void => {
    if (item.words === null) return
    changeCheck(store, { open: item, isCorrecting: true })
    surface?.selectWords(item.words.fromWordId, item.words.toWordId, { focus: true })
  }
  const onFocused = useCallback(() => {
    // What has the focus stays open, also when a likelier one is found.
    changeCheck(store, { wantsFocus: false, ...(open === null ? {} : { open }) })
    if (open === null) return
    if (open.words !== null) surface?.selectWords(open.words.fromWordId, open.words.toWordId)
    player.pause()
    player.seek(open.startMs)
  }, [store, surface, player, open])
  const act = (item: CheckItem, how: EditAct): void => {
    if (!settleItem(session, store, item, how)) toast.show({ text: say('check.stale') })
  }
  const step = (from: CheckItem, way: 1 | -1): void =>
    openToCheck(store, itemByKey(listed, order, way, { open: from, atMs: from.startMs }))
  const isLeaving = useRef(false)
  useLayoutEffect(() => {
    isLeaving.current = false
    return () => {
      isLeaving.current = true
    }
  }, [])
  const onLost = useCallback(() => {
    if (!isLeaving.current) changeCheck(store, { wantsFocus: true })
  }, [store])
  const isWaiting = isLooking || (comparing !== null && comparing.differences === null)
  // Once shown it stays, as its menu may be open when the last item goes.
  const [hasHead, setHasHead] = useState(false)
  const needsHead = open !== null || check.only !== null || check.timed !== null || check.withLess
  if (needsHead && !hasHead) setHasHead(true)
  const isLost = check.wantsFocus && open === null && !isWaiting
  useEffect(() => {
    if (!isLost) return
    // A person who writes in the text goes on there.
    if (isAskedFor || document.activeElement === document.body) top.current?.focus()
  }, [isLost, isAskedFor])
  useUntilNextKey(check.wantsFocus, () => changeCheck(store, { wantsFocus: false }))
  return (
    <section className={styles.panel} aria-label={say('check.title')}>
      {comparing !== null && (
        <CompareBar session={session} store={store} comparing={comparing} durationMs={recording.durationMs} />
      )}
      <CorrectionsBar session={session} store={store} />
      {hasHead && (
        <CheckHead
          store={store}
          check={check}
          looked={looked}
          left={listed.length}
          pace={pace}
          isWaiting={isWaiting}
        />
      )}
      <div ref={top} tabIndex={-1} className={styles.scroll}>
        <JoinCheck recordingId={recording.id} />
        <CorrectionOffers session={session} />
        {!check.hasVoices && check.only?.has('speaker') === true && (
          <p className={styles.note}>{say('speaker-review.no-voices')}</p>
        )}
        {aligned?.isGone === true && <p className={styles.note}>{say('aligned.unwritten.gone')}</p>}
        {aligned?.error != null && <ErrorNotice error={aligned.error} />}
        {open === null && isWaiting && comparing === null && <Loading />}
        {open === null && !isWaiting && (
          <CheckEnd
            session={session}
            player={player}
            recording={recording}
            store={store}
            transcript={transcript}
            pace={pace}
          />
        )}
        <ol className={styles.todo}>
          {last !== undefined && last.item.key !== open?.key && (
            <DoneRow done={last} transcript={transcript} />
          )}
          {open !== null && shown !== null && (
            <OpenItem
              key={open.key}
              shown={shown}
              startMs={open.startMs}
              wantsFocus={check.wantsFocus}
              onFocused={onFocused}
              onLost={onLost}
              onPlay={() => play(open, shown)}
              onAct={(how) => act(open, how)}
              onType={open.takesTyping ? () => correct(open) : null}
              onDone={shown.text === open.text ? null : () => finishItem(session, store, open)}
              onStep={(way) => step(open, way)}
            />
          )}
          {rest.slice(0, SHOWN_AFTER).map((item, index) => (
            <ClosedItem
              key={item.key}
              item={item}
              transcript={transcript}
              nextKey={index === 0 ? nextKey : undefined}
              onOpen={() => openToCheck(store, item)}
            />
          ))}
        </ol>
        {rest.length > SHOWN_AFTER && (
          <p className={styles.meta}>{say('editor.check.more', { count: rest.length - SHOWN_AFTER })}</p>
        )}
      </div>
      {(open !== null || check.timed !== null) && <TimedCheck store={store} check={check} pace={pace} />}
    </section>
  )
}

/** Of all reasons what a person has ever checked; else what was finished here and is not listed again. */
function lookedAt(
  { items, only, timed, done }: Parameters<typeof listedItems>[0],
  transcript: Transcript,
): number {
  if (only === null && timed === null) return countChecked(transcript)
  const open = new Set(items.map(({ key }) => key))
  const keys = done.flatMap(({ item: { key, reason } }) =>
    (only?.has(reason) ?? true) && (timed?.keys.has(key) ?? true) && !open.has(key) ? key : [],
  )
  return new Set(keys).size
}

function DoneRow({ done, transcript }: { readonly done: DoneItem; readonly transcript: Transcript }) {
  const say = useSay()
  const { text, name } = done.item.show(transcript)
  return (
    <li className={styles.finished}>
      <Icon name="check" small />
      <span>{say(`check.outcome.${done.outcome}`)}</span>
      <q>{text || name}</q>
      <time>{formatDuration(done.item.startMs)}</time>
    </li>
  )
}

interface ClosedItemProps {
  readonly item: CheckItem
  readonly transcript: Transcript
  /** The key that opens it. */
  readonly nextKey: string | undefined
  readonly onOpen: () => void
}

function ClosedItem({ item, transcript, nextKey, onOpen }: ClosedItemProps) {
  const { why, lines } = item.show(transcript)
  return (
    <li>
      <button type="button" className={styles.row} onClick={onOpen}>
        <span className={styles.why}>
          <span>{why[0]}</span>
          {nextKey !== undefined && <kbd>{nextKey}</kbd>}
          <time>{formatDuration(item.startMs)}</time>
        </span>
        <ItemLines lines={lines} />
      </button>
    </li>
  )
}
