import type { CallOutput } from '#contracts/calls/calls'
import {
  bitRateOf,
  channelsOf,
  type SoundChoices,
  type SoundFileId,
  soundFileBytes,
  soundFiles,
} from '#core/formats/sounds/sound-files'
import { formatDecimals, formatNumber } from '#core/notation/numbers'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { Loading } from '../ui/loading.tsx'
import { useLanguage, useLocale, useSay } from '../ui/words.tsx'
import styles from './export.module.css'
import facts from './sound-facts.module.css'

export interface SoundFactsProps {
  readonly id: SoundFileId
  readonly sound: CallOutput<'exports.sound'> | undefined
  readonly error: unknown
  readonly choices: SoundChoices
  readonly trim: OpenRecording['trim']
}

/** What a file of sound will be, in place of a preview. */
export function SoundFacts({ id, sound, error, choices, trim }: SoundFactsProps) {
  const say = useSay()
  return (
    // Focusable, so that the keyboard can scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.preview} tabIndex={0} aria-label={say('sound.facts')}>
      {error !== null ? (
        <ErrorNotice error={error} />
      ) : sound === undefined ? (
        <Loading />
      ) : (
        <div className={facts.facts}>
          <FactList id={id} sound={sound} choices={choices} />
          {trim !== null && (
            <p>{say('sound.part', { from: formatDuration(trim.startMs), to: formatDuration(trim.endMs) })}</p>
          )}
          {choices.loudness !== null && <p>{say('sound.note.loudness')}</p>}
          {!soundFiles[id].holdsChapters && (sound.chapters > 0 || sound.hasCover) && (
            <p>{say('sound.note.no-chapters')}</p>
          )}
        </div>
      )}
    </section>
  )
}

function FactList({
  id,
  sound,
  choices,
}: Pick<SoundFactsProps, 'id' | 'choices'> & { readonly sound: CallOutput<'exports.sound'> }) {
  const say = useSay()
  const language = useLanguage()
  const locale = useLocale()
  const channels = channelsOf(id, choices, sound.channels)
  const rate = bitRateOf(id, choices, channels)
  const size = formatBytes(soundFileBytes(id, choices, sound), language)
  // Opus has a rate of its own.
  const sampleRate = id === 'opus' ? 48_000 : sound.sampleRate
  const rows = [
    [say('sound.fact.length'), formatDuration(sound.seconds * 1_000)],
    [
      say('sound.fact.channels'),
      channels > 2
        ? formatNumber(channels, locale)
        : say(channels === 1 ? 'sound.fact.channels.mono' : 'sound.fact.channels.stereo'),
    ],
    [
      say('sound.fact.rate'),
      say('sound.fact.rate.value', { rate: formatDecimals(sampleRate / 1_000, locale, 3) }),
    ],
    // The rate of a format that loses something is chosen above.
    ...(rate === null
      ? [[say('sound.fact.quality'), say('sound.fact.quality.lossless', { bits: sound.bits })] as const]
      : []),
    [
      say('sound.fact.size'),
      id === 'wav'
        ? size
        : say(id === 'flac' ? 'sound.fact.size.at-most' : 'sound.fact.size.about', { size }),
    ],
  ] as const
  return (
    <dl>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
