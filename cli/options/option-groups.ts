/** What an option takes: an argument, one that may be repeated, or none. */
export type OptionKind = 'value' | 'values' | 'switch'

export type Options = Readonly<Record<string, OptionKind>>

/** Options of every command. */
export const commonOptions = {
  data: 'value',
  lang: 'value',
  help: 'switch',
  version: 'switch',
  progress: 'value',
} as const satisfies Options

/** Options of the files that a command writes. */
export const fileOptions = {
  offset: 'value',
  fps: 'value',
  'drop-frame': 'value',
  'start-timecode': 'value',
  encoding: 'value',
  bom: 'switch',
  'line-ends': 'value',
  'word-times': 'switch',
  'model-note': 'switch',
  'no-places': 'switch',
  'speaker-colors': 'switch',
  'caption-box': 'switch',
  'no-caption-box': 'switch',
  'no-sound': 'switch',
} as const satisfies Options

/** Options of files of a recording's sound. */
export const soundOptions = {
  loudness: 'value',
  channels: 'value',
  bitrate: 'value',
} as const satisfies Options

/** Options of the results of a recording. */
export const resultOptions = {
  format: 'value',
  out: 'value',
  stdout: 'switch',
  overwrite: 'switch',
  names: 'value',
  fillers: 'value',
  numbers: 'value',
  preset: 'value',
  'first-page': 'switch',
  'whole-text': 'switch',
  sheet: 'switch',
  ...fileOptions,
} as const satisfies Options

/** Options of transcription. */
export const recognitionOptions = {
  language: 'value',
  model: 'value',
  'voice-model': 'value',
  speakers: 'value',
  quick: 'switch',
  track: 'value',
  tracks: 'value',
  from: 'value',
  to: 'value',
} as const satisfies Options
