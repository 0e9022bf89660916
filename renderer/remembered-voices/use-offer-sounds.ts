import { useRef } from 'react'
import type { VoiceOffer } from '#contracts/calls/voices'
import type { Player } from '../sound/player/player.ts'
import { useSamples } from './use-samples.ts'

/** Plays the two voices of an offer, one at a time. */
export function useOfferSounds(player: Player): {
  readonly hearThen: (offer: VoiceOffer) => void
  readonly hearHere: (offer: VoiceOffer) => void
  /** The remembered voice, then the one here. */
  readonly hearBoth: (offer: VoiceOffer) => void
  /** Alternates, starting with the remembered voice, then the one here. */
  readonly hearNext: (offer: VoiceOffer) => void
} {
  const samples = useSamples()
  const last = useRef({ key: '', isThen: false })
  const note = ({ speakerId, voiceId }: VoiceOffer, isThen: boolean): void => {
    last.current = { key: `${speakerId} ${voiceId}`, isThen }
  }
  const hearThen = (offer: VoiceOffer): void => {
    player.pause()
    samples.play(offer.remembered)
    note(offer, true)
  }
  const hearHere = (offer: VoiceOffer): void => {
    samples.stop()
    player.playSpan(offer.here)
    note(offer, false)
  }
  return {
    hearThen,
    hearHere,
    hearBoth(offer) {
      player.pause()
      samples.play(offer.remembered, () => player.playSpan(offer.here))
    },
    hearNext(offer) {
      const { key, isThen } = last.current
      if (key === `${offer.speakerId} ${offer.voiceId}` && isThen) hearHere(offer)
      else hearThen(offer)
    },
  }
}
