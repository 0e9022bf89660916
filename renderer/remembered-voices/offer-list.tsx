import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { VoiceOffer } from '#contracts/calls/voices'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { useSay } from '../ui/words.tsx'
import styles from './remembered-voices.module.css'
import { useOfferSounds } from './use-offer-sounds.ts'
import { useSettleOffer } from './use-settle-offer.ts'
import { OfferParts } from './voice-offer.tsx'

export interface OfferListProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly offers: readonly VoiceOffer[]
  /** Displayed names by speaker. */
  readonly names: ReadonlyMap<string, string>
  /** The first offer takes the focus. */
  readonly wantsFocus: boolean
  readonly onFocused: () => void
  /** The last offer was answered by a key, or left for later. */
  readonly onDone: () => void
}

/** Offers of names, each played and answered by a key. */
export function OfferList({ session, player, offers, names, wantsFocus, onFocused, onDone }: OfferListProps) {
  const say = useSay()
  const list = useRef<HTMLUListElement>(null)
  const { hearThen, hearHere, hearNext } = useOfferSounds(player)
  const { accept, decline } = useSettleOffer(session)
  useEffect(() => {
    if (!wantsFocus || offers.length === 0) return
    focusItem(0)
    onFocused()
  }, [wantsFocus, offers.length, onFocused])

  function focusItem(index: number): void {
    const items = list.current?.querySelectorAll<HTMLElement>('li')
    items?.[index]?.focus()
  }
  const goOn = (from: number): void => {
    if (from + 1 < offers.length) focusItem(from + 1)
    else onDone()
  }
  const onKeyDown = (event: KeyboardEvent, offer: VoiceOffer, index: number): void => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isPlain || event.target !== event.currentTarget) return
    if (event.key === 'Tab' && !event.shiftKey) hearNext(offer)
    else if (event.key === 'Enter') {
      goOn(index)
      accept(offer, names.get(offer.speakerId) ?? '')
    } else if (event.key === 'n' || event.key === 'N') {
      goOn(index)
      decline(offer)
    } else if (event.key === 'ArrowDown') goOn(index)
    else if (event.key === 'ArrowUp') focusItem(Math.max(0, index - 1))
    else return
    event.preventDefault()
  }
  return (
    <section aria-label={say('remembered-voices.offers')} className={styles.offers}>
      <h3 className={styles.part}>{say('remembered-voices.offers')}</h3>
      <ul ref={list}>
        {offers.map((offer, index) => {
          const speaker = names.get(offer.speakerId) ?? ''
          return (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
            <li
              key={`${offer.speakerId} ${offer.voiceId}`}
              aria-label={say('remembered-voices.could-be', { speaker, name: offer.name })}
              aria-describedby="remembered-voices-keys"
              // Handles keys of its own: play, answers.
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
              onKeyDown={(event) => onKeyDown(event, offer, index)}
            >
              <OfferParts
                offer={offer}
                speaker={speaker}
                onHearThen={() => hearThen(offer)}
                onHearHere={() => hearHere(offer)}
                onAccept={() => accept(offer, speaker)}
                onDecline={() => decline(offer)}
                keys={{ accept: say('editor.key.enter'), decline: 'N' }}
              />
            </li>
          )
        })}
      </ul>
      <p id="remembered-voices-keys" className={styles.hidden}>
        {say('remembered-voices.keys')}
      </p>
    </section>
  )
}
