import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { baseOf } from '#core/captions/presets/change-settings'
import { ownRulesId, settingsOfRules } from '#core/captions/presets/default-rules'
import type { OwnPreset } from '#core/captions/presets/own-preset'
import { presetIds } from '#core/captions/presets/presets'
import type { CaptionSettings } from '#core/transcript/caption-settings'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { presetName } from './rules-name.ts'
import styles from './rules.module.css'
import type { RulesEditor } from './use-rules-editor.ts'

export interface PresetListProps {
  readonly editor: RulesEditor
  /** The person's own presets, by name. */
  readonly own: readonly OwnPreset[]
}

/** The program's presets, then the person's own, and the transcript's if it is neither. */
export function PresetList({ editor, own }: PresetListProps) {
  const say = useSay()
  const shownIn = useLanguage()
  const { settings, language, startVisit, change } = editor
  const isOwn = settings.base !== undefined
  // The rules follow after a frame; a key pressed before that moves on from the one that is shown as chosen.
  const [pressed, setPressed] = useState<{ id: string; shown: CaptionSettings } | null>(null)
  const isKnown = !isOwn || own.some(({ name }) => name === settings.preset)
  const names = [...own.map(({ name }) => name), ...(isKnown ? [] : [settings.preset])]
  const choose = (id: string): void => {
    const next = settingsOfRules(id, own)
    setPressed({ id, shown: settings })
    if (next !== null) change(() => next)
  }
  return (
    <RadioGroup
      className={styles.presets ?? ''}
      aria-label={say('captions.rules.presets')}
      value={
        pressed?.shown === settings ? pressed.id : isOwn ? ownRulesId(settings.preset) : baseOf(settings)
      }
      onChange={choose}
      onFocus={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) startVisit()
      }}
    >
      {presetIds.map((id) => (
        <PresetChoice key={id} id={id} name={presetName(id, language, shownIn)} />
      ))}
      {names.length > 0 && <hr />}
      {names.map((name) => (
        <PresetChoice key={name} id={ownRulesId(name)} name={name} />
      ))}
    </RadioGroup>
  )
}

function PresetChoice({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <Radio value={id} className={styles.preset ?? ''}>
      <Icon name="check" small />
      <span>{name}</span>
    </Radio>
  )
}
