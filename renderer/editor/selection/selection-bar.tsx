import { useRef } from 'react'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useSession } from '../../session/use-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { usePlayer } from '../../sound/player/use-player.ts'
import { buttonClass } from '../../ui/button.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { exactTime } from '#core/notation/lengths'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { toast } from '../../ui/toast.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { askAgainAtCaret } from './ask-again.ts'
import { isSelectionLeftOut, showSelectionInCaptions } from '../left-out.ts'
import { isSelectionAsSaid, toggleAsSaidAtCaret } from '../as-said.ts'
import { isSelectionRedacted, redactAtCaret } from '../surface/redact.ts'
import { askSpeakerAtCaret, type EditorStore, useSelection } from '../editor-store.ts'
import styles from './selection-bar.module.css'
import { useBarPlace } from './use-bar-place.ts'
import { wordsSpan } from './words-span.ts'

export interface SelectionBarProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  readonly onComment: () => void
}

/** A toolbar next to the selected text: its time and the actions for it. */
export function SelectionBar({ session, player, store, onComment }: SelectionBarProps) {
  const say = useSay()
  const language = useLanguage()
  const bar = useRef<HTMLDivElement>(null)
  const place = useBarPlace(store, bar)
  const { range } = useSelection(store)
  const looping = usePlayer(player, (state) => state.looping)
  const redacted = useSession(session, () => isSelectionRedacted(store, session))
  const asSaid = useSession(session, () => isSelectionAsSaid(store, session))
  const leftOut = useSession(session, () => isSelectionLeftOut(store, session))
  const span = wordsSpan(session.state.transcript, range)
  const times = span && {
    // Tenths, because a word takes less than a second.
    from: exactTime(span.startMs, language, 1),
    to: exactTime(span.endMs, language, 1),
  }

  const loop = (): void => {
    if (looping) {
      player.setLooping(false)
      return
    }
    if (span !== null) player.select(span)
    player.setLooping(true)
    player.play()
  }
  const copy = (): void => {
    store
      .getState()
      .surface?.copySelection()
      .then(
        () => toast.show({ text: say('editor.selection.copied'), tone: 'done' }),
        (error: unknown) => toastError(error, language),
      )
  }
  return (
    <div
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={say('editor.selection')}
      className={styles.bar}
      // Hidden while it is measured.
      style={place === null ? { visibility: 'hidden' } : { left: place.left, top: place.top }}
      // The text keeps the focus, so that its selection stays visible.
      onMouseDown={(event) => event.preventDefault()}
    >
      {span !== null && times !== null && (
        <>
          <Act
            icon="play"
            label={say('editor.selection.hear', times)}
            text={say('editor.selection.times', times)}
            onPress={() => player.playSpan(span)}
          />
          <Act icon="loop" text={say('editor.selection.loop')} pressed={looping} onPress={loop} />
        </>
      )}
      <Act
        icon="person"
        text={say('editor.selection.speaker')}
        onPress={() => void askSpeakerAtCaret(store, null)}
      />
      <Act icon="comment" text={say('comments.new')} onPress={onComment} />
      {span !== null && (
        <Act icon="video" text={say('clip.open')} onPress={() => store.setState({ clipPrompt: span })} />
      )}
      <Act
        icon="retry"
        text={say('opinion.again')}
        onPress={() => askAgainAtCaret(store, session.state.transcript)}
      />
      <Act
        icon="stop"
        text={say(redacted ? 'redaction.remove' : 'redaction.set')}
        pressed={redacted}
        onPress={() => redactAtCaret(store, session, say)}
      />
      {leftOut && (
        <Act
          icon="cc"
          text={say('captions.show-again')}
          onPress={() => showSelectionInCaptions(store, session)}
        />
      )}
      {asSaid !== null && (
        <Act
          icon="ear"
          text={say('as-said.set')}
          pressed={asSaid}
          onPress={() => toggleAsSaidAtCaret(store, session)}
        />
      )}
      <Act icon="copy" text={say('editor.selection.copy')} onPress={copy} />
    </div>
  )
}

interface ActProps {
  readonly icon: IconName
  readonly text: string
  readonly label?: string
  readonly pressed?: boolean
  readonly onPress: () => void
}

/** A button that leaves the focus in the text when clicked; the one in `ui/` takes it. */
function Act({ icon, text, label, pressed, onPress }: ActProps) {
  return (
    <button
      type="button"
      className={buttonClass('quiet', 'small')}
      aria-label={label}
      aria-pressed={pressed}
      onClick={onPress}
    >
      <Icon name={icon} small />
      {text}
    </button>
  )
}
