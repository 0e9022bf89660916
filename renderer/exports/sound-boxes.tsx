import type { CallOutput } from '#contracts/calls/calls'
import {
  bitRateOf,
  channelsOf,
  loudnessTargets,
  type SoundChoices,
  type SoundFileId,
  soundFiles,
} from '#core/formats/sounds/sound-files'
import { Checkbox } from '../ui/checkbox.tsx'
import { Select } from '../ui/select.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './export.module.css'

export interface SoundBoxesProps {
  readonly id: SoundFileId
  /** What it is made of; undefined until that is known. */
  readonly sound: CallOutput<'exports.sound'> | undefined
  readonly choices: SoundChoices
  readonly onChange: (choices: SoundChoices) => void
}

/** The options of a file of sound, those that its format has. */
export function SoundBoxes({ id, sound, choices, onChange }: SoundBoxesProps) {
  const say = useSay()
  const { bitRates, holdsChapters, holdsCover } = soundFiles[id]
  const { channels = 1, chapters = 0, hasCover = false } = sound ?? {}
  const rate = bitRateOf(id, choices, channelsOf(id, choices, channels))
  const change = (patch: Partial<SoundChoices>): void => onChange({ ...choices, ...patch })
  return (
    <>
      <span className={styles.option}>
        {say('sound.choice.loudness')}
        <Select
          size="small"
          label={say('sound.choice.loudness')}
          choices={[null, ...loudnessTargets].map((target) => ({
            id: String(target),
            label: say(`sound.choice.loudness.${target ?? 'none'}`),
          }))}
          chosen={String(choices.loudness)}
          onChoose={(chosen) =>
            change({ loudness: loudnessTargets.find((target) => String(target) === chosen) ?? null })
          }
        />
      </span>
      {rate !== null && (
        <span className={styles.option}>
          {say('sound.choice.quality')}
          <Select
            size="small"
            label={say('sound.choice.quality')}
            choices={bitRates.map((each) => ({
              id: String(each),
              label: say('sound.choice.quality.rate', { rate: each }),
            }))}
            chosen={String(rate)}
            onChoose={(chosen) => change({ bitRate: Number(chosen) })}
          />
        </span>
      )}
      {channels > 1 && (
        <Checkbox checked={choices.isMono} onChange={(isMono) => change({ isMono })}>
          {say('sound.choice.mono')}
        </Checkbox>
      )}
      {holdsChapters && chapters > 0 && (
        <Checkbox checked={choices.chapters} onChange={(isOn) => change({ chapters: isOn })}>
          {say('sound.choice.chapters', { count: chapters })}
        </Checkbox>
      )}
      {holdsCover && hasCover && (
        <Checkbox checked={choices.cover} onChange={(cover) => change({ cover })}>
          {say('sound.choice.cover')}
        </Checkbox>
      )}
    </>
  )
}
