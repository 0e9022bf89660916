import { useState } from 'react'
import { baseOf, settingsOf, withRules } from '#core/captions/presets/change-settings'
import { settingsOfPreset } from '#core/captions/presets/own-preset'
import { areForTallPictures } from '#core/captions/presets/picture-shape'
import { rulesOf } from '#core/captions/presets/transcript-rules'
import type { CaptionSettings } from '#core/transcript/caption-settings'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './captions.module.css'
import { presetName } from './rules/rules-name.ts'

export interface PlateRulesProps {
  readonly session: TranscriptSession
  readonly isTall: boolean
}

/**
 * Offers the rules that fit the shape of the picture if the caption rules are for another. They become the
 * transcript's rules, so that exports equal what is shown; nothing changes before the person chooses.
 */
export function PlateRules({ session, isTall }: PlateRulesProps) {
  const say = useSay()
  const shownIn = useLanguage()
  const isVertical = useSession(session, ({ transcript }) =>
    areForTallPictures(rulesOf(transcript), transcript.language),
  )
  const language = useSession(session, ({ transcript }) => transcript.language)
  /** The rules before those for the tall picture, to revert to. */
  const [before, setBefore] = useState<CaptionSettings | null>(null)
  if (isVertical === null || isVertical === isTall) return null
  const next = isVertical ? (before ?? settingsOfPreset('netflix')) : settingsOfPreset('vertical')
  const name = next.base === undefined ? presetName(baseOf(next), language, shownIn) : next.preset
  const use = (): void => {
    setBefore(isVertical ? null : settingsOf(session.state.transcript))
    const { bottomMarginPercent = null } = settingsOf(session.state.transcript).changes
    // Chosen apart from the rules, for the tall picture.
    const rules = isVertical ? next : withRules(next, language, { bottomMarginPercent })
    session.apply([{ kind: 'set-caption-rules', id: session.newId(), rules }], { origin: 'captions' })
  }
  return (
    <p className={styles.plateRules}>
      {say(isVertical ? 'captions.plate.not-vertical' : 'captions.plate.vertical')}{' '}
      <Button size="small" variant="line" onPress={use}>
        {say('captions.plate.use', { rules: name })}
      </Button>
    </p>
  )
}
