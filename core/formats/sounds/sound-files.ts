import type { ProgramLanguage } from '../../messages/messages.ts'

/** Files of sound alone, in the order of lists and help. */
export const soundFileIds = ['mp3', 'm4a', 'opus', 'flac', 'wav'] as const
export type SoundFileId = (typeof soundFileIds)[number]

/** What lists show of a file of sound, and what its container can hold. */
export interface SoundFileKind {
  readonly label: Readonly<Record<ProgramLanguage, string>>
  readonly purpose: Readonly<Record<ProgramLanguage, string>>
  /** The end of its file name, with the dot. */
  readonly ending: string
  readonly mediaType: string
  /** kbit/s that can be chosen; empty: nothing is lost. */
  readonly bitRates: readonly number[]
  /** kbit/s without a choice, for one channel and for several. */
  readonly usualBitRate: readonly [mono: number, several: number]
  readonly maxChannels: number
  readonly holdsChapters: boolean
  readonly holdsCover: boolean
}

export const soundFiles: Readonly<Record<SoundFileId, SoundFileKind>> = {
  mp3: {
    label: { en: 'MP3', fr: 'MP3' },
    purpose: {
      en: 'For podcasts and every player',
      fr: 'Pour les podcasts et tous les lecteurs',
    },
    ending: '.mp3',
    mediaType: 'audio/mpeg',
    bitRates: [64, 96, 128, 192, 256, 320],
    usualBitRate: [96, 192],
    maxChannels: 2,
    holdsChapters: true,
    holdsCover: true,
  },
  m4a: {
    label: { en: 'AAC (M4A)', fr: 'AAC (M4A)' },
    purpose: {
      en: 'For Apple devices, smaller than MP3',
      fr: 'Pour les appareils Apple, plus petit que MP3',
    },
    ending: '.m4a',
    mediaType: 'audio/mp4',
    bitRates: [64, 96, 128, 160, 192, 256],
    usualBitRate: [96, 160],
    maxChannels: 8,
    holdsChapters: true,
    holdsCover: true,
  },
  opus: {
    label: { en: 'Opus', fr: 'Opus' },
    purpose: {
      en: 'The smallest, for the web and messages',
      fr: 'Le plus petit, pour le web et les messages',
    },
    ending: '.opus',
    mediaType: 'audio/ogg',
    bitRates: [32, 48, 64, 96, 128, 192],
    usualBitRate: [48, 96],
    maxChannels: 2,
    holdsChapters: true,
    holdsCover: true,
  },
  flac: {
    label: { en: 'FLAC', fr: 'FLAC' },
    purpose: {
      en: 'Nothing is lost, about half of WAV',
      fr: 'Sans perte, environ la moitié du WAV',
    },
    ending: '.flac',
    mediaType: 'audio/flac',
    bitRates: [],
    usualBitRate: [0, 0],
    maxChannels: 8,
    holdsChapters: true,
    holdsCover: true,
  },
  wav: {
    label: { en: 'WAV', fr: 'WAV' },
    purpose: {
      en: 'Every sample as it is, for editing',
      fr: 'Chaque échantillon tel quel, pour le montage',
    },
    ending: '.wav',
    mediaType: 'audio/wav',
    bitRates: [],
    usualBitRate: [0, 0],
    maxChannels: 8,
    holdsChapters: false,
    holdsCover: false,
  },
}

export const isSoundFileId = (id: string): id is SoundFileId => soundFileIds.some((known) => known === id)

/** Integrated loudness that podcasts and broadcasters ask for, LUFS. */
export const loudnessTargets = [-14, -16, -23] as const
export type LoudnessTarget = (typeof loudnessTargets)[number]

/** What a person chose for files of sound. */
export interface SoundChoices {
  /** All channels mixed into one. */
  readonly isMono: boolean
  /** kbit/s; null: the usual rate of the format. One that the format does not have is the next lower one. */
  readonly bitRate: number | null
  /** LUFS; null: as loud as the recording. */
  readonly loudness: LoudnessTarget | null
  readonly chapters: boolean
  readonly cover: boolean
}

export const usualSound: SoundChoices = {
  isMono: false,
  bitRate: null,
  loudness: null,
  chapters: true,
  cover: true,
}

/** Channels of a file, for those of its recording. */
export function channelsOf(
  id: SoundFileId,
  { isMono }: Pick<SoundChoices, 'isMono'>,
  channels: number,
): number {
  if (isMono) return 1
  return channels > soundFiles[id].maxChannels ? 2 : channels
}

/** kbit/s of a file; null for one that loses nothing. */
export function bitRateOf(
  id: SoundFileId,
  { bitRate }: Pick<SoundChoices, 'bitRate'>,
  channels: number,
): number | null {
  const { bitRates, usualBitRate } = soundFiles[id]
  const [lowest] = bitRates
  if (lowest === undefined) return null
  const wanted = bitRate ?? usualBitRate[channels === 1 ? 0 : 1]
  return bitRates.findLast((rate) => rate <= wanted) ?? lowest
}

/** The sound that a file is made of. */
export interface SoundToWrite {
  readonly seconds: number
  readonly channels: number
  /** Hz. */
  readonly sampleRate: number
  /** Of a sample, where nothing is lost. */
  readonly bits: number
}

/** Size of a file's sound without tags and cover; for FLAC the largest that it can be. */
export function soundFileBytes(
  id: SoundFileId,
  choices: Pick<SoundChoices, 'isMono' | 'bitRate'>,
  { seconds, channels, sampleRate, bits }: SoundToWrite,
): number {
  const written = channelsOf(id, choices, channels)
  const rate = bitRateOf(id, choices, written)
  return Math.ceil(rate === null ? (seconds * sampleRate * written * bits) / 8 : (seconds * rate * 1_000) / 8)
}
