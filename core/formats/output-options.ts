import type { FrameRate } from '../frames/timecode.ts'

/** How a text becomes bytes; UTF-16 is little-endian with a byte order mark. */
export const textEncodings = ['utf-8', 'utf-16', 'windows-1252'] as const
export type TextEncoding = (typeof textEncodings)[number]

export const lineEndings = ['lf', 'crlf'] as const
export type LineEnding = (typeof lineEndings)[number]

/** Frames per second. */
export const MAX_FRAME_RATE = 240

/** A person's options for files of any format; each format supports some (`OutputChoices`). */
export interface OutputOptions {
  /** Delays all times by this, in ms; negative: earlier, but not before 0. */
  readonly offsetMs: number
  /** Frames per second; null: as in the caption rules, else 25. */
  readonly frameRate: number | null
  /** Whether frame numbers are dropped to stay in step with the clock; null: the convention for the rate. */
  readonly dropFrame: boolean | null
  /** Timecode of the recording's first frame, as `10:00:00:00`; null: 0. */
  readonly startTimecode: string | null
  readonly encoding: TextEncoding
  /** A byte order mark in UTF-8, by which some programs recognize the encoding. */
  readonly byteOrderMark: boolean
  readonly lineEnds: LineEnding
  /** The time of each word within captions. */
  readonly wordTimes: boolean
  /** A note that names the program and the models that produced the text. */
  readonly modelNote: boolean
  /** Positions of captions on the picture, if not the default. */
  readonly places: boolean
  /** A color for each speaker. */
  readonly speakerColors: boolean
  /** A dark box behind the letters instead of an outline around them. */
  readonly captionBox: boolean
  /** Whether a page or project contains the recording's sound. */
  readonly sound: boolean
  /** Whether minutes embed the seconds of sound around each decision, action and passage. */
  readonly soundAround: boolean
  /** How the transcript was made, and at what cost (core/sheet). */
  readonly sheet: boolean
}

export const defaultOutput: OutputOptions = {
  offsetMs: 0,
  frameRate: null,
  dropFrame: null,
  startTimecode: null,
  encoding: 'utf-8',
  byteOrderMark: false,
  lineEnds: 'lf',
  wordTimes: false,
  modelNote: false,
  places: true,
  speakerColors: false,
  captionBox: true,
  sound: true,
  // Voices of people are in minutes only if somebody chose that.
  soundAround: false,
  sheet: false,
}

/** Options for what a format can represent of captions besides text and times. */
export type CueDetail = 'wordTimes' | 'modelNote' | 'places' | 'speakerColors' | 'captionBox'

/** Which of the options a format supports. */
export interface OutputChoices {
  readonly offset: boolean
  /** Supported frame rates; empty for a format that does not count frames. */
  readonly frameRates: readonly number[]
  readonly dropFrame: boolean
  /** How the frames of a timecode at the start of the program are counted; null if times do not count from one. */
  readonly startTimecode: ((framesPerSecond: number, dropFrame?: boolean) => FrameRate) | null
  /** Empty for a binary format, or one whose text has a fixed encoding. */
  readonly encodings: readonly TextEncoding[]
  readonly byteOrderMark: boolean
  readonly lineEnds: boolean
  readonly details: readonly CueDetail[]
  /** Whether a page can embed it. */
  readonly sound: boolean
  /** Whether it can contain the sound as a file, which a job writes. */
  readonly soundFile: boolean
  readonly soundAround: boolean
  readonly sheet: boolean
  /** Whether a file contains the name of the recording's file. */
  readonly namesMedia: boolean
}

export const noOutputChoices: OutputChoices = {
  offset: false,
  frameRates: [],
  dropFrame: false,
  startTimecode: null,
  encodings: [],
  byteOrderMark: false,
  lineEnds: false,
  details: [],
  sound: false,
  soundFile: false,
  soundAround: false,
  sheet: false,
  namesMedia: false,
}

/** Rates of film and video; 23.976, 29.97 and 59.94 are 24, 30 and 60 times 1000/1001. */
export const videoFrameRates = [23.976, 24, 25, 29.97, 30, 50, 59.94, 60] as const

export const onlyOffset: OutputChoices = { ...noOutputChoices, offset: true }
/** For videos with captions: shifted times, and for burned-in captions how they are drawn. */
export const filmOutput = (isBurned: boolean): OutputChoices =>
  isBurned ? { ...onlyOffset, details: ['captionBox', 'speakerColors'] } : onlyOffset
export const onlySheet: OutputChoices = { ...noOutputChoices, sheet: true }
export const onlySound: OutputChoices = { ...noOutputChoices, sound: true, namesMedia: true }
export const onlySoundFile: OutputChoices = { ...noOutputChoices, soundFile: true }
export const onlySoundAround: OutputChoices = { ...noOutputChoices, soundAround: true }
export const utf8Lines: OutputChoices = { ...noOutputChoices, encodings: ['utf-8'], lineEnds: true }
/** Text that readers accept in any encoding. */
export const anyText: OutputChoices = {
  ...noOutputChoices,
  encodings: textEncodings,
  byteOrderMark: true,
  lineEnds: true,
}

/** The options that a format supports; the others have their defaults. */
export function fittedOutput(given: Partial<OutputOptions>, has: OutputChoices): OutputOptions {
  const all = { ...defaultOutput, ...given }
  const hasRate = all.frameRate !== null && has.frameRates.length > 0
  const detail = (name: CueDetail): boolean => (has.details.includes(name) ? all[name] : defaultOutput[name])
  const encoding = has.encodings.includes(all.encoding) ? all.encoding : defaultOutput.encoding
  return {
    offsetMs: has.offset ? all.offsetMs : 0,
    frameRate: hasRate ? all.frameRate : null,
    dropFrame: has.dropFrame ? all.dropFrame : null,
    startTimecode: has.startTimecode === null ? null : all.startTimecode,
    encoding,
    byteOrderMark: has.byteOrderMark && encoding === 'utf-8' && all.byteOrderMark,
    lineEnds: has.lineEnds ? all.lineEnds : defaultOutput.lineEnds,
    wordTimes: detail('wordTimes'),
    modelNote: detail('modelNote'),
    places: detail('places'),
    speakerColors: detail('speakerColors'),
    captionBox: detail('captionBox'),
    sound: has.sound || has.soundFile ? all.sound : defaultOutput.sound,
    soundAround: has.soundAround && all.soundAround,
    sheet: has.sheet && all.sheet,
  }
}
