import { formatDecimals } from '#core/notation/numbers'
import { useState } from 'react'
import type { ExportFormat } from '#contracts/export-requests'
import type { CaptionedVideoId } from '#core/formats/edit-lists/captioned-videos'
import { fileFrames, type WrongStart } from '#core/formats/file-frames'
import { formats as allFormats } from '#core/formats/formats'
import {
  type CueDetail,
  defaultOutput,
  filmOutput,
  fittedOutput,
  lineEndings,
  noOutputChoices,
  type OutputChoices,
  type OutputOptions,
  textEncodings,
} from '#core/formats/output-options'
import type { Transcript } from '#core/transcript/transcript'
import { canDropFrames } from '#core/frames/timecode'
import { Checkbox } from '../ui/checkbox.tsx'
import { Select } from '../ui/select.tsx'
import { useLanguage, useLocale, useSay } from '../ui/words.tsx'
import styles from './export.module.css'
import { OffsetField } from './offset-field.tsx'
import { StartTimecodeField } from './start-timecode-field.tsx'

export interface OutputBoxesProps {
  readonly formats: readonly ExportFormat[]
  /** The video with captions that is made too. */
  readonly film?: CaptionedVideoId | null
  readonly output: OutputOptions
  /** The exported transcript; null if several are exported. */
  readonly transcript: Transcript | null
  readonly onChange: (output: OutputOptions) => void
  /** What is wrong with the start timecode, so that nothing can be saved. */
  readonly wrongStart: WrongStart | null
  /** Whether the shift of all times cannot be read; the same function each time. */
  readonly onOffsetWrong: (isWrong: boolean) => void
}

const details: Readonly<Record<CueDetail, string>> = {
  wordTimes: 'word-times',
  modelNote: 'model-note',
  places: 'places',
  speakerColors: 'speaker-colors',
  captionBox: 'caption-box',
}

/** The options that at least one of the formats supports; nothing if there are none. */
export function OutputBoxes({
  formats,
  film = null,
  output,
  transcript,
  onChange,
  wrongStart,
  onOffsetWrong,
}: OutputBoxesProps) {
  const say = useSay()
  const has = [
    ...formats.map((id) => allFormats[id].output),
    ...(film === null ? [] : [filmOutput(film === 'burn')]),
  ]
  const [isOpen, setOpen] = useState(() => has.some((each) => isChanged(output, each)))
  if (has.every((each) => isNothing(each))) return null
  const change = (patch: Partial<OutputOptions>): void => onChange({ ...output, ...patch })
  const props = { formats, output, transcript, change }
  return (
    <details
      className={styles.options}
      // What keeps a file from being saved is seen.
      open={isOpen || wrongStart !== null}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{say('export.options')}</summary>
      <div className={styles.optionRows}>
        {has.some(({ offset }) => offset) && (
          <OffsetField
            offsetMs={output.offsetMs}
            onChange={(offsetMs) => change({ offsetMs })}
            onWrong={onOffsetWrong}
          />
        )}
        <FrameFields {...props} />
        <StartField {...props} wrong={wrongStart} />
        <EncodingFields {...props} />
        <DetailBoxes {...props} film={film} />
      </div>
    </details>
  )
}

interface FieldProps {
  readonly formats: readonly ExportFormat[]
  readonly output: OutputOptions
  readonly transcript: Transcript | null
  readonly change: (patch: Partial<OutputOptions>) => void
}

function FrameFields({ formats, output, transcript, change }: FieldProps) {
  const say = useSay()
  const locale = useLocale()
  const counting = formats.filter((id) => allFormats[id].output.frameRates.length > 0)
  if (counting.length === 0) return null
  const rates = [...new Set(counting.flatMap((id) => [...allFormats[id].output.frameRates]))].toSorted(
    (a, b) => a - b,
  )
  const { frameRate, dropFrame } = output
  const known = frameRate === null || rates.includes(frameRate) ? rates : [...rates, frameRate]
  const dropping = formats.filter((id) => allFormats[id].output.dropFrame)
  // Of several recordings each file goes by its own video.
  const drops = transcript === null ? dropFrame : (fileFrames(output, transcript).dropFrame ?? true)
  return (
    <>
      <span className={styles.option}>
        {say('export.option.frame-rate')}
        <Select
          size="small"
          label={say('export.option.frame-rate')}
          choices={[
            { id: 'auto', label: say('export.option.frame-rate.auto') },
            ...known.map((rate) => ({ id: String(rate), label: formatDecimals(rate, locale, 3) })),
          ]}
          chosen={frameRate === null ? 'auto' : String(frameRate)}
          onChoose={(id) =>
            change(id === 'auto' ? { frameRate: null, dropFrame: null } : { frameRate: Number(id) })
          }
        />
        <ForFormats own={counting} all={formats} />
      </span>
      {dropping.length > 0 && frameRate !== null && canDropFrames(frameRate) && (
        <Checkbox
          checked={drops ?? false}
          indeterminate={drops === null}
          onChange={(isChosen) => change({ dropFrame: isChosen })}
        >
          {say('export.option.drop-frame')}
          <ForFormats own={dropping} all={formats} />
        </Checkbox>
      )}
    </>
  )
}

function StartField({ formats, output, change, wrong }: FieldProps & { readonly wrong: WrongStart | null }) {
  const say = useSay()
  const counting = formats.filter((id) => allFormats[id].output.startTimecode !== null)
  if (counting.length === 0) return null
  return (
    <span className={styles.option}>
      {say('export.option.start-timecode')}
      <StartTimecodeField
        startTimecode={output.startTimecode}
        wrong={wrong}
        onChange={(startTimecode) => change({ startTimecode })}
      />
      <ForFormats own={counting} all={formats} />
    </span>
  )
}

function EncodingFields({ formats, output, change }: FieldProps) {
  const say = useSay()
  const those = (has: (choices: OutputChoices) => boolean): ExportFormat[] =>
    formats.filter((id) => has(allFormats[id].output))
  const encoded = those(({ encodings }) => encodings.length > 1)
  const marked = those(({ byteOrderMark }) => byteOrderMark)
  const lined = those(({ lineEnds }) => lineEnds)
  const possible = textEncodings.filter((encoding) =>
    encoded.some((id) => allFormats[id].output.encodings.includes(encoding)),
  )
  return (
    <>
      {encoded.length > 0 && (
        <span className={styles.option}>
          {say('export.option.encoding')}
          <Select
            size="small"
            label={say('export.option.encoding')}
            choices={possible.map((id) => ({ id, label: say(`export.option.encoding.${id}`) }))}
            chosen={possible.includes(output.encoding) ? output.encoding : 'utf-8'}
            onChoose={(encoding) => change({ encoding })}
          />
          <ForFormats own={encoded} all={formats} />
        </span>
      )}
      {lined.length > 0 && (
        <span className={styles.option}>
          {say('export.option.line-ends')}
          <Select
            size="small"
            label={say('export.option.line-ends')}
            choices={lineEndings.map((id) => ({ id, label: say(`export.option.line-ends.${id}`) }))}
            chosen={output.lineEnds}
            onChoose={(lineEnds) => change({ lineEnds })}
          />
          <ForFormats own={lined} all={formats} />
        </span>
      )}
      {marked.length > 0 && (
        <Checkbox checked={output.byteOrderMark} onChange={(byteOrderMark) => change({ byteOrderMark })}>
          {say('export.option.bom')}
          <ForFormats own={marked} all={formats} />
        </Checkbox>
      )}
    </>
  )
}

function DetailBoxes({
  formats,
  film,
  output,
  change,
}: FieldProps & { readonly film: CaptionedVideoId | null }) {
  const say = useSay()
  const having = (name: CueDetail): ExportFormat[] =>
    formats.filter((id) => allFormats[id].output.details.includes(name))
  const ofFilm = film === null ? [] : filmOutput(film === 'burn').details
  const names = new Set([...formats.flatMap((id) => allFormats[id].output.details), ...ofFilm])
  const withSheet = formats.filter((id) => allFormats[id].output.sheet)
  return (
    <>
      {[...names].map((name) => (
        <Checkbox key={name} checked={output[name]} onChange={(isOn) => change({ [name]: isOn })}>
          {say(`export.option.${details[name] as 'places'}`)}
          {!ofFilm.includes(name) && <ForFormats own={having(name)} all={formats} />}
        </Checkbox>
      ))}
      {withSheet.length > 0 && (
        <Checkbox checked={output.sheet} onChange={(sheet) => change({ sheet })}>
          {say('export.option.sheet')}
          <ForFormats own={withSheet} all={formats} />
        </Checkbox>
      )}
    </>
  )
}

/** The formats that support an option, if others are saved that do not. */
function ForFormats({
  own,
  all,
}: {
  readonly own: readonly ExportFormat[]
  readonly all: readonly ExportFormat[]
}) {
  const language = useLanguage()
  if (own.length === all.length) return null
  return <span className={styles.for}>{own.map((id) => allFormats[id].label[language]).join(', ')}</span>
}

/** The sound is chosen elsewhere (`choice-boxes.tsx`). */
const isNothing = (has: OutputChoices): boolean =>
  JSON.stringify({ ...has, encodings: [], sound: false, soundAround: false }) ===
    JSON.stringify(noOutputChoices) && has.encodings.length < 2

const isChanged = (output: OutputOptions, has: OutputChoices): boolean =>
  JSON.stringify(fittedOutput(output, { ...has, sound: false, soundAround: false })) !==
  JSON.stringify(defaultOutput)
