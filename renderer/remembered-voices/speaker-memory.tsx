import type { ReactNode } from 'react'
import { isSameName } from '#core/transcript/same-name'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useSession } from '../session/use-session.ts'
import type { Player } from '../sound/player/player.ts'
import { MenuItem } from '../ui/menu.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './remembered-voices.module.css'
import { useForget } from './use-forget.ts'
import { useOfferSounds } from './use-offer-sounds.ts'
import { useRememberedVoices, useVoiceOffers } from './use-remembered-voices.ts'
import { useSettleOffer } from './use-settle-offer.ts'
import { OfferParts } from './voice-offer.tsx'

export interface SpeakerMemoryProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly speakerId: string
  /** The speaker's displayed name. */
  readonly shown: string
}

/** Who an unnamed speaker may be; renders nothing if no remembered voice is similar. */
export function SpeakerOffer({
  session,
  player,
  speakerId,
  shown,
  onClose,
}: SpeakerMemoryProps & { readonly onClose: () => void }): ReactNode {
  const { offers } = useVoiceOffers(session)
  const { hearThen, hearHere } = useOfferSounds(player)
  const { accept, decline } = useSettleOffer(session)
  const offer = offers?.find((one) => one.speakerId === speakerId)
  if (offer === undefined) return null
  return (
    <div className={styles.offer}>
      <OfferParts
        offer={offer}
        speaker={shown}
        onHearThen={() => hearThen(offer)}
        onHearHere={() => hearHere(offer)}
        onAccept={() => {
          accept(offer, shown)
          onClose()
        }}
        onDecline={() => decline(offer)}
      />
    </div>
  )
}

export interface RememberItemProps {
  readonly session: TranscriptSession
  /** Null: there is no name to remember a voice by. */
  readonly name: string | null
  /** Requests to remember the voice, or to add this recording to it. */
  readonly onRemember: () => void
}

/**
 * Remembers the voice of a named speaker, adds this recording to it, or forgets what this recording
 * contributes to it.
 */
export function RememberItem({ session, name, onRemember }: RememberItemProps): ReactNode {
  const say = useSay()
  const recordingId = useSession(session, (state) => state.transcript.recordingId)
  const { data: voices } = useRememberedVoices()
  const forget = useForget()
  if (name === null || voices === undefined) return null
  const voice = voices.find((one) => isSameName(one.name, name))
  const part = voice?.parts.find((one) => one.recordingId === recordingId)
  if (voice !== undefined && part !== undefined) {
    return (
      <MenuItem onChoose={() => forget.part(voice, part)}>{say('remembered-voices.forget-here')}</MenuItem>
    )
  }
  return (
    <MenuItem onChoose={onRemember}>
      {say(voice === undefined ? 'remembered-voices.remember' : 'remembered-voices.add')}
    </MenuItem>
  )
}
