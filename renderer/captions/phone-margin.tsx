import { settingsOf, withRules } from '#core/captions/presets/change-settings'
import { rulesOf } from '#core/captions/presets/transcript-rules'
import { PHONE_BOTTOM_PERCENT, USUAL_BOTTOM_PERCENT } from '#core/captions/look/caption-look'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useSession } from '../session/use-session.ts'
import { Switch } from '../ui/switch.tsx'
import { useSay } from '../ui/words.tsx'

export interface PhoneMarginProps {
  readonly session: TranscriptSession
  readonly isTall: boolean
}

/**
 * Puts the captions of a tall picture above what phones show over its lower part: a rule of the transcript, so that films
 * have it too. Also shown for other pictures while it is on.
 */
export function PhoneMargin({ session, isTall }: PhoneMarginProps) {
  const say = useSay()
  const isOn = useSession(
    session,
    ({ transcript }) =>
      (rulesOf(transcript).bottomMarginPercent ?? USUAL_BOTTOM_PERCENT) >= PHONE_BOTTOM_PERCENT,
  )
  if (!isTall && !isOn) return null
  const change = (on: boolean): void => {
    const { transcript } = session.state
    const rules = withRules(settingsOf(transcript), transcript.language, {
      bottomMarginPercent: on ? PHONE_BOTTOM_PERCENT : null,
    })
    session.apply([{ kind: 'set-caption-rules', id: session.newId(), rules }], { origin: 'captions' })
  }
  return (
    <Switch on={isOn} onChange={change}>
      {say('captions.phone-margin')}
    </Switch>
  )
}
