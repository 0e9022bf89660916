import { DownloadEpisodeSettings } from './episode-downloads.ts'
import { DownloadModelSettings } from './model-downloads.ts'
import { OpinionSettings } from './opinion-settings.ts'
import {
  AlignSettings,
  CaptionedVideoSettings,
  ShotSettings,
  SoundFileSettings,
  TranscribeSettings,
} from './settings.ts'

/** The input of each kind of job. A new kind needs an entry here; types then require the others. */
export const jobInputs = {
  transcribe: TranscribeSettings,
  shots: ShotSettings,
  align: AlignSettings,
  'captioned-video': CaptionedVideoSettings,
  'sound-file': SoundFileSettings,
  'second-opinion': OpinionSettings,
  'doubt-opinion': OpinionSettings,
  'download-model': DownloadModelSettings,
  'download-episode': DownloadEpisodeSettings,
} as const

export type JobKindName = keyof typeof jobInputs
