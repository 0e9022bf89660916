import type { VoiceOffer } from '#contracts/calls/voices'
import type { Player } from '../sound/player/player.ts'
import { useSamples } from './use-samples.ts'

/** Plays the two voices of an offer, one at a time. */
export function useOfferSounds(player: Player): {
  readonly hearThen: (offer: VoiceOffer) => void
  readonly hearHere: (offer: VoiceOffer) => void
  /** The remembered voice, then the one here. */
  readonly hearBoth: (offer: VoiceOffer) => void
} {
  const samples = useSamples()
  return {
    hearThen(offer) {
      player.pause()
      samples.play(offer.remembered)
    },
    hearHere(offer) {
      samples.stop()
      player.playSpan(offer.here)
    },
    hearBoth(offer) {
      player.pause()
      samples.play(offer.remembered, () => player.playSpan(offer.here))
    },
  }
}
