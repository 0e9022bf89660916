import { useEffect, useRef, type KeyboardEvent } from 'react'
import { type Alternative, alternatives } from '#core/doubt/alternatives'
import { isAboutSpeaker, type PlaceToCheck } from '#core/doubt/places-to-check'
import type { Doubt } from '#core/doubt/reasons'
import type { MessageKey } from '#core/messages/messages'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { Button } from '../../ui/button.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { useSay } from '../../ui/words.tsx'
import { type EditorStore, useEditor } from '../editor-store.ts'
import { reasonWords } from '../reason-words.ts'
import { useSpeakerNames } from '../use-speaker-names.ts'
import styles from './check.module.css'
import { Quote } from './quote.tsx'

/** Playback starts this long before the place and ends this long after it. */
const runUpMs = 700

export interface OpenPlaceProps {
  readonly place: PlaceToCheck
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  /** True if a person has corrected it. */
  readonly isChanged: boolean
  /** The current text of its words. */
  readonly text: string
  readonly onFinish: () => void
  readonly onTake: (other: Alternative) => void
  /** Assigns the words to this speaker. */
  readonly onSpeaker: (speakerId: string) => void
}

/** The place being checked: played, accepted, corrected by typing or with another text, each with a key. */
export function OpenPlace({
  place,
  session,
  player,
  store,
  isChanged,
  text,
  onFinish,
  onTake,
  onSpeaker,
}: OpenPlaceProps) {
  const say = useSay()
  const names = useSpeakerNames(session)
  const wantsFocus = useEditor(store, (state) => state.wantsCheckFocus)
  const surface = useEditor(store, (state) => state.surface)
  const item = useRef<HTMLLIElement>(null)
  const { doubt } = place
  const others = isChanged ? [] : alternatives(doubt)
  const otherSpeaker = others.length > 0 || isChanged ? null : otherSpeakerOf(doubt, names)

  useEffect(() => {
    // Focus moves only on request: after a correction the focus stays in the text.
    if (!wantsFocus) return
    store.setState({ wantsCheckFocus: false })
    surface?.selectWords(doubt.fromWordId, doubt.toWordId)
    player.pause()
    player.seek(place.startMs)
    item.current?.focus()
  }, [wantsFocus, store, surface, doubt, player, place.startMs])

  const playPlace = (): void => {
    player.playSpan({ startMs: Math.max(0, place.startMs - runUpMs), endMs: place.endMs + runUpMs })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== item.current) return
    if (event.key === 'Tab' && !event.shiftKey) playPlace()
    else if (event.key === 'Enter' && event.shiftKey) {
      if (others[0] !== undefined) onTake(others[0])
      else if (otherSpeaker !== null) onSpeaker(otherSpeaker.id)
    } else if (event.key === 'Enter') onFinish()
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
      {others.length > 0 && (
        <p className={styles.also}>
          {say(others[0]?.isTerm === true ? 'editor.check.terms' : 'editor.check.also')}{' '}
          {others.map((other, index) => (
            <Button key={other.text} variant="line" size="small" onPress={() => onTake(other)}>
              {other.text}
              {index === 0 && <kbd>{say('editor.key.shift-enter')}</kbd>}
            </Button>
          ))}
        </p>
      )}
      {otherSpeaker !== null && (
        <p className={styles.also}>
          <Button variant="line" size="small" onPress={() => onSpeaker(otherSpeaker.id)}>
            {say('editor.check.speaker', { name: otherSpeaker.name })}
            <kbd>{say('editor.key.shift-enter')}</kbd>
          </Button>
        </p>
      )}
      <div className={styles.acts}>
        <Button variant="line" size="small" icon="play" onPress={playPlace}>
          {say('editor.check.hear')} <kbd>Tab</kbd>
        </Button>
        <Button variant="main" size="small" onPress={onFinish}>
          {say(finishWords(doubt, isChanged))} <kbd>{say('editor.key.enter')}</kbd>
        </Button>
      </div>
      <p id="check-keys" className={styles.hidden}>
        {say('editor.check.keys')}
      </p>
    </li>
  )
}

/** The other speaker with a similar voice, if that speaker still exists. */
function otherSpeakerOf(
  { reasons }: Doubt,
  names: ReadonlyMap<string, string>,
): { readonly id: string; readonly name: string } | null {
  const reason = reasons.find((each) => each.reason === 'speaker-unsure')
  const name = reason === undefined ? undefined : names.get(reason.otherSpeakerId)
  return reason === undefined || name === undefined ? null : { id: reason.otherSpeakerId, name }
}

function finishWords(doubt: Doubt, isChanged: boolean): MessageKey {
  if (isAboutSpeaker(doubt)) return 'editor.check.speaker.right'
  return isChanged ? 'editor.check.done' : 'editor.check.accept'
}
