import type { ExportFormat } from '#contracts/export-requests'
import { CaptionNamesChoice } from '../captions/caption-names-choice.tsx'
import { HideFillers } from '../text-options/hide-fillers.tsx'
import { NumbersInDigits } from '../text-options/numbers-in-digits.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import type { ExportChoices } from './export-choices.ts'
import styles from './export.module.css'
import { formats as allFormats } from '#core/formats/formats'

export interface ChoiceBoxesProps {
  readonly formats: readonly ExportFormat[]
  readonly choices: ExportChoices
  readonly onChange: (choices: ExportChoices) => void
  /** The open transcript; omitted if several are exported. */
  readonly session?: TranscriptSession
  /** Size in bytes of the sound in a page; undefined if unknown. */
  readonly soundBytes?: number | undefined
  /** Size in bytes of the sound in a project; null without sound. */
  readonly soundFile?: number | null
  /** Whether there is sound that a page can embed. */
  readonly hasSound: boolean
}

/** The options that affect at least one of the formats. */
export function ChoiceBoxes(props: ChoiceBoxesProps) {
  const { formats, choices, onChange, session } = props
  const say = useSay()
  const language = useLanguage()
  const withCaptionNames = formats.filter((format) => allFormats[format].choices.captions === 'with-names')
  const taken = formats.map((format) => allFormats[format].choices)
  return (
    <>
      {taken.some(({ names }) => names) && (
        <Checkbox checked={choices.names} onChange={(names) => onChange({ ...choices, names })}>
          {say('export.names')}
        </Checkbox>
      )}
      {taken.some(({ times }) => times) && (
        <Checkbox checked={choices.times} onChange={(times) => onChange({ ...choices, times })}>
          {say('export.times')}
        </Checkbox>
      )}
      <SoundBox {...props} />
      <SoundAroundBox {...props} />
      <SoundFileBox {...props} />
      {taken.some(({ firstPage }) => firstPage) && (
        <Checkbox checked={choices.firstPage} onChange={(firstPage) => onChange({ ...choices, firstPage })}>
          {say('export.first-page')}
        </Checkbox>
      )}
      {taken.some(({ minutes }) => minutes === true) && (
        <Checkbox checked={choices.wholeText} onChange={(wholeText) => onChange({ ...choices, wholeText })}>
          {say('minutes.whole-text')}
        </Checkbox>
      )}
      {session !== undefined && formats.some((format) => format !== 'json' && format !== 'rttm') && (
        <>
          <HideFillers session={session} look="checkbox" />
          <NumbersInDigits session={session} look="checkbox" />
        </>
      )}
      {formats.length === 1 && withCaptionNames.length > 0 && <CaptionNamesChoice session={session} />}
      {formats.length > 1 && withCaptionNames.length > 0 && (
        // The label must name captions, because other formats have names too.
        <span className={styles.captionNames}>
          {withCaptionNames.map((format) => allFormats[format].label[language]).join(', ')}
          <CaptionNamesChoice session={session} />
        </span>
      )}
    </>
  )
}

/** Whether minutes embed the sound around each item: without times they have no place for it. */
function SoundAroundBox({ formats, choices, onChange, hasSound, soundBytes }: ChoiceBoxesProps) {
  const say = useSay()
  const language = useLanguage()
  const { output, times } = choices
  if (!hasSound || !times || !formats.some((format) => allFormats[format].output.soundAround)) return null
  const size = soundBytes === undefined ? '' : formatBytes(soundBytes, language)
  return (
    <Checkbox
      checked={output.soundAround}
      onChange={(soundAround) => onChange({ ...choices, output: { ...output, soundAround } })}
    >
      {size === '' ? say('minutes.sound-around') : say('minutes.sound-around.size', { size })}
    </Checkbox>
  )
}

/** Whether a project contains the sound. */
function SoundFileBox({ formats, choices, onChange, soundFile = null }: ChoiceBoxesProps) {
  const say = useSay()
  const language = useLanguage()
  const { output } = choices
  if (soundFile === null || !formats.some((format) => allFormats[format].output.soundFile)) return null
  return (
    <Checkbox
      checked={output.sound}
      onChange={(sound) => onChange({ ...choices, output: { ...output, sound } })}
    >
      {say('export.sound.file', { size: formatBytes(soundFile, language) })}
    </Checkbox>
  )
}

/** Whether pages embed the sound: without times they have no player. */
function SoundBox({ formats, choices, onChange, hasSound, soundBytes }: ChoiceBoxesProps) {
  const say = useSay()
  const language = useLanguage()
  const { output, times } = choices
  if (!hasSound || !times || !formats.some((format) => allFormats[format].output.sound)) return null
  const size = soundBytes === undefined ? '' : formatBytes(soundBytes, language)
  return (
    <Checkbox
      checked={output.sound}
      onChange={(sound) => onChange({ ...choices, output: { ...output, sound } })}
    >
      {size === '' ? say('export.sound') : say('export.sound.size', { size })}
    </Checkbox>
  )
}
