import { useEffect, useState } from 'react'
import { Popover as AriaPopover } from 'react-aria-components'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { RememberDialog } from '../../remembered-voices/remember-dialog.tsx'
import { classNames } from '../../ui/class-names.ts'
import { popoverClass } from '../../ui/popover.tsx'
import { askAgainOf } from '../selection/ask-again.ts'
import { type EditorStore, useEditor } from '../editor-store.ts'
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
  useEffect(() => () => store.setState({ speakerPrompt: null }), [store])
  const close = (): void => {
    const asked = store.getState().speakerPrompt
    store.setState({ speakerPrompt: null })
    // Returns the focus to where it was.
    setTimeout(() => {
      if (asked !== null && 'speakerId' in asked) asked.anchor.focus()
      else store.getState().surface?.focus()
    })
  }
  const goOn = (next: AfterChoice): void => {
    store.setState({ speakerPrompt: null })
    setAfter(next)
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
          onClose={() => setAfter(null)}
        />
      )}
      {after?.kind === 'remember' && (
        <RememberDialog session={session} speakerId={after.speakerId} onClose={() => setAfter(null)} />
      )}
      {after?.kind === 'split' && (
        <SplitOffDialog
          session={session}
          player={player}
          speakerId={after.speakerId}
          paragraphId={after.paragraphId}
          onClose={() => setAfter(null)}
        />
      )}
    </>
  )
}
