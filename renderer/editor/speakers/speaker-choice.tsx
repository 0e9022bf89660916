import { useEffect, useRef, useState } from 'react'
import { Popover as AriaPopover } from 'react-aria-components'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { RememberDialog } from '../../remembered-voices/remember-dialog.tsx'
import { classNames } from '../../ui/class-names.ts'
import { popoverClass } from '../../ui/popover.tsx'
import { askAgainOf } from '../selection/ask-again.ts'
import { type EditorStore, type SpeakerPrompt, useEditor } from '../editor-store.ts'
import type { AfterChoice } from './after-choice.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { ParagraphChoice } from './paragraph-choice.tsx'
import styles from './speakers.module.css'
import { SplitOffDialog } from './split-off-dialog.tsx'
import { VoiceChoice } from './voice-choice.tsx'

export interface SpeakerChoiceProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  readonly durationMs: number
}

/**
 * Chooses who speaks. Opens at a name in the text, or at a speaker in the panel; merging and splitting off
 * follow.
 */
export function SpeakerChoice({ session, player, store, durationMs }: SpeakerChoiceProps) {
  const ask = useEditor(store, (state) => state.speakerPrompt)
  const [after, setAfter] = useState<AfterChoice | null>(null)
  /** The choice that was made last. */
  const last = useRef<SpeakerPrompt | null>(null)
  useEffect(() => () => store.setState({ speakerPrompt: null }), [store])
  /** Returns the focus to where it was. */
  const leave = (): void => {
    const asked = last.current
    setTimeout(() => {
      // A speaker that was merged into another one has no name any more.
      const { speakers } = session.state.transcript
      const isThere =
        asked !== null && 'speakerId' in asked && speakers.some(({ id }) => id === asked.speakerId)
      if (isThere) asked.anchor.focus()
      else store.getState().surface?.focus()
    })
  }
  const close = (): void => {
    last.current = store.getState().speakerPrompt
    store.setState({ speakerPrompt: null })
    leave()
  }
  const goOn = (next: AfterChoice): void => {
    last.current = store.getState().speakerPrompt
    store.setState({ speakerPrompt: null })
    setAfter(next)
  }
  const endAfter = (): void => {
    setAfter(null)
    leave()
  }
  return (
    <>
      {ask !== null && (
        <AriaPopover
          key={'speakerId' in ask ? ask.speakerId : ask.paragraphId}
          className={classNames(popoverClass, styles.choice)}
          placement="bottom start"
          offset={8}
          isOpen
          onOpenChange={(isOpen) => !isOpen && close()}
          triggerRef={{ current: ask.anchor }}
        >
          {'speakerId' in ask ? (
            <VoiceChoice
              session={session}
              player={player}
              speakerId={ask.speakerId}
              onClose={close}
              onAfter={goOn}
              onAgain={() => askAgainOf(store, ask.speakerId, null)}
            />
          ) : (
            <ParagraphChoice
              session={session}
              player={player}
              store={store}
              ask={ask}
              durationMs={durationMs}
              onClose={close}
              onAfter={goOn}
            />
          )}
        </AriaPopover>
      )}
      {after?.kind === 'merge' && (
        <MergeDialog
          session={session}
          player={player}
          speakerId={after.speakerId}
          otherId={after.otherId}
          onClose={endAfter}
        />
      )}
      {after?.kind === 'remember' && (
        <RememberDialog session={session} speakerId={after.speakerId} onClose={endAfter} />
      )}
      {after?.kind === 'split' && (
        <SplitOffDialog
          session={session}
          player={player}
          speakerId={after.speakerId}
          paragraphId={after.paragraphId}
          onClose={endAfter}
        />
      )}
    </>
  )
}
