import { Fault } from '#contracts/errors'
import { startFault } from '#contracts/start-fault'
import { wrongStartIn } from '#core/formats/file-frames'
import { type FormatId, formats } from '#core/formats/formats'
import {
  defaultOutput,
  fittedOutput,
  lineEndings,
  MAX_FRAME_RATE,
  type OutputOptions,
  textEncodings,
} from '#core/formats/output-options'
import { canDropFrames, DEFAULT_FRAME_RATE } from '#core/frames/timecode'
import { badOption, choice, type Invocation, isOn, text } from './arguments.ts'

/**
 * The output options that were given. `hasFilms`: films with captions are written too. Throws
 * `usage.bad-option`, `usage.no-timecode`, `usage.no-frame`, `format.no-option` for an option that none of the formats has.
 */
export function readOutputOptions(
  invocation: Invocation,
  asked: readonly FormatId[],
  hasFilms = false,
): Partial<OutputOptions> {
  const offset = numberOption(invocation, 'offset', -1e6, 1e6)
  const frameRate = frameRateOption(invocation)
  const drop = choice(invocation, 'drop-frame', ['yes', 'no'])
  const startTimecode = text(invocation, 'start-timecode')
  const encoding = choice(invocation, 'encoding', textEncodings)
  const lineEnds = choice(invocation, 'line-ends', lineEndings)
  if (drop === 'yes' && !canDropFrames(frameRate ?? DEFAULT_FRAME_RATE))
    throw badOption(invocation, 'drop-frame', 'yes')
  const given: Partial<OutputOptions> = {
    ...(offset === undefined ? {} : { offsetMs: Math.round(1_000 * offset) }),
    ...(frameRate === undefined ? {} : { frameRate }),
    ...(drop === undefined ? {} : { dropFrame: drop === 'yes' }),
    ...(startTimecode === undefined ? {} : { startTimecode }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(lineEnds === undefined ? {} : { lineEnds }),
    ...(isOn(invocation, 'bom') ? { byteOrderMark: true } : {}),
    ...(isOn(invocation, 'word-times') ? { wordTimes: true } : {}),
    ...(isOn(invocation, 'model-note') ? { modelNote: true } : {}),
    ...(isOn(invocation, 'no-places') ? { places: false } : {}),
    ...(isOn(invocation, 'speaker-colors') ? { speakerColors: true } : {}),
    // The default; scripts of earlier versions ask for it.
    ...(isOn(invocation, 'caption-box') ? { captionBox: true } : {}),
    ...(isOn(invocation, 'no-caption-box') ? { captionBox: false } : {}),
    ...(isOn(invocation, 'no-sound') ? { sound: false } : {}),
    ...(isOn(invocation, 'sound-around') ? { soundAround: true } : {}),
    ...(isOn(invocation, 'sheet') ? { sheet: true } : {}),
  }
  checkUse(given, asked, hasFilms)
  // Without --fps the rate is known once a file is read.
  const wrong = wrongStartIn(asked, given, null)
  if (wrong !== null) throw startFault(wrong)
  return given
}

const optionOf: Readonly<Record<keyof OutputOptions, string>> = {
  offsetMs: '--offset',
  frameRate: '--fps',
  dropFrame: '--drop-frame',
  startTimecode: '--start-timecode',
  encoding: '--encoding',
  byteOrderMark: '--bom',
  lineEnds: '--line-ends',
  wordTimes: '--word-times',
  modelNote: '--model-note',
  places: '--no-places',
  speakerColors: '--speaker-colors',
  captionBox: '--no-caption-box',
  sound: '--no-sound',
  soundAround: '--sound-around',
  sheet: '--sheet',
}

/** An option without any effect is a mistake; one that applies to only some of the formats is not. */
function checkUse(given: Partial<OutputOptions>, asked: readonly FormatId[], hasFilms: boolean): void {
  for (const name of Object.keys(given) as (keyof OutputOptions)[]) {
    if (given[name] === defaultOutput[name]) continue
    // Existing scripts rely on this: formats without `--offset` and `--fps` ignore them.
    if (name === 'frameRate' || name === 'offsetMs') continue
    const isUsed = asked.some((id) => fittedOutput(given, formats[id].output)[name] === given[name])
    if (!isUsed && !(hasFilms && asked.length === 0)) {
      throw new Fault('format.no-option', { option: optionOf[name], formats: asked.join(', ') })
    }
  }
}

/** Frames per second. Throws `usage.bad-option`. */
export const frameRateOption = (invocation: Invocation): number | undefined =>
  numberOption(invocation, 'fps', 1, MAX_FRAME_RATE)

function numberOption(invocation: Invocation, name: string, least: number, most: number): number | undefined {
  const given = text(invocation, name)
  if (given === undefined) return undefined
  const value = /^[-+]?\d+(?:[.,]\d+)?$/u.test(given) ? Number(given.replace(',', '.')) : Number.NaN
  if (value >= least && value <= most) return value
  throw badOption(invocation, name, given)
}
