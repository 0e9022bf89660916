import { DownloadEpisodeSettings } from './episode-downloads.ts'
import { DownloadModelSettings } from './model-downloads.ts'
import { JoinCheckSettings } from './join-check-settings.ts'
import { OpinionSettings } from './opinion-settings.ts'
import { ReviewPageSettings } from './review-page.ts'
import {
  AlignSettings,
  CaptionedVideoSettings,
  ClipSettings,
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
  'review-page': ReviewPageSettings,
  clip: ClipSettings,
  'second-opinion': OpinionSettings,
  'doubt-opinion': OpinionSettings,
  'join-check': JoinCheckSettings,
  'idle-join-check': JoinCheckSettings,
  'download-model': DownloadModelSettings,
  'download-episode': DownloadEpisodeSettings,
} as const

export type JobKindName = keyof typeof jobInputs
