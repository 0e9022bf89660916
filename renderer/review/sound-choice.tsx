import { Radio, RadioGroup } from 'react-aria-components'
import type { CallOutput } from '#contracts/calls/calls'
import { reviewSounds, type ReviewSoundChoice } from '#core/review/review-sound'
import { formatBytes } from '../ui/format-bytes.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './review.module.css'

type Facts = CallOutput<'exports.review'>

/** What a page can have of its sound. */
export const soundsOffered = ({ bytes, seconds, lost }: Facts): readonly ReviewSoundChoice[] =>
  reviewSounds.filter(
    (sound) => sound === 'none' || (lost === null && bytes[sound] !== null && seconds[sound] > 0),
  )

interface SoundChoiceProps {
  readonly facts: Facts
  readonly chosen: ReviewSoundChoice
  readonly onChoose: (sound: ReviewSoundChoice) => void
}

/** How much of the sound, each with the size of the page. */
export function SoundChoice({ facts, chosen, onChoose }: SoundChoiceProps) {
  const say = useSay()
  const language = useLanguage()
  const offered = soundsOffered(facts)
  const words = (sound: ReviewSoundChoice): string => {
    const bytes = facts.bytes[sound] ?? 0
    const length = formatDuration((sound === 'none' ? 0 : facts.seconds[sound]) * 1_000)
    return say(`review.sound.${sound}`, { size: formatBytes(bytes, language), length })
  }
  const isTooLong = facts.lost === null && facts.bytes.all === null
  return (
    <>
      <RadioGroup
        className={styles.sounds ?? ''}
        aria-label={say('review.sound')}
        value={chosen}
        onChange={(value) => onChoose(value as ReviewSoundChoice)}
      >
        <h3>{say('review.sound')}</h3>
        {offered.map((sound) => (
          <Radio key={sound} value={sound} className={styles.sound ?? ''}>
            {words(sound)}
          </Radio>
        ))}
      </RadioGroup>
      {isTooLong && (
        <p className={styles.meta}>
          {say('review.sound.too-long', { length: formatDuration(facts.seconds.all * 1_000) })}
        </p>
      )}
      {(facts.lost === 'media.moved' || facts.lost === 'sound.deleted') && (
        <p className={styles.meta}>
          {say(facts.lost === 'media.moved' ? 'review.sound.missing' : 'review.sound.deleted')}
        </p>
      )}
    </>
  )
}
