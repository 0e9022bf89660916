import { type KeyboardEvent, useId, useRef } from 'react'
import type { VoiceOffer } from '#contracts/calls/voices'
import { useOfferSounds } from '../remembered-voices/use-offer-sounds.ts'
import { useSettleOffer } from '../remembered-voices/use-settle-offer.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { Button } from '../ui/button.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './voices.module.css'

export interface VoiceQuestionProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly offer: VoiceOffer
  /** The speaker's displayed name. */
  readonly speaker: string
}

/** Asks whether a speaker is somebody whose voice is remembered: played and answered, each with a key. */
export function VoiceQuestion({ session, player, offer, speaker }: VoiceQuestionProps) {
  const say = useSay()
  const id = useId()
  const question = useRef<HTMLDivElement>(null)
  const { hearBoth } = useOfferSounds(player)
  const { accept, decline } = useSettleOffer(session)
  const { name, remembered } = offer
  const answer = (give: () => void): void => {
    // The question disappears with its answer.
    question.current?.closest('li')?.querySelector('button')?.focus()
    give()
  }
  const isHim = (): void => answer(() => accept(offer, speaker))
  const isNot = (): void => answer(() => decline(offer))
  const onKeyDown = (event: KeyboardEvent): void => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat
    if (!isPlain || event.target !== event.currentTarget) return
    if (event.key === 'Tab' && !event.shiftKey) hearBoth(offer)
    else if (event.key === 'Enter') isHim()
    else if (event.key === 'n' || event.key === 'N') isNot()
    else return
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={question}
      role="group"
      className={styles.question}
      aria-label={say('remembered-voices.could-be', { speaker, name })}
      aria-describedby={id}
      // Handles keys of its own: play, answers.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <p className={styles.asked}>{say('voices.sounds-like', { name, title: remembered.title })}</p>
      <div className={styles.acts}>
        <Button variant="line" size="small" onPress={() => hearBoth(offer)}>
          {say('voices.play-both')} <kbd>Tab</kbd>
        </Button>
        <Button variant="main" size="small" onPress={isHim}>
          {say('voices.name-it', { name })} <kbd>{say('editor.key.enter')}</kbd>
        </Button>
        <Button size="small" onPress={isNot}>
          {say('voices.no')} <kbd>N</kbd>
        </Button>
      </div>
      <p id={id} hidden>
        {say('voices.keys')}
      </p>
    </div>
  )
}
