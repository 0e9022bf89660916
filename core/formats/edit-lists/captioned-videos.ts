import type { ProgramLanguage } from '../../messages/messages.ts'

/**
 * Videos with captions: as a track that can be switched off, in MP4 or Matroska, or burned into the picture.
 */
export const captionedVideoIds = ['mp4', 'mkv', 'burn'] as const
export type CaptionedVideoId = (typeof captionedVideoIds)[number]

/** What lists show of a video with captions, and the end of its file name. */
export interface CaptionedVideoKind {
  readonly label: Readonly<Record<ProgramLanguage, string>>
  readonly purpose: Readonly<Record<ProgramLanguage, string>>
  readonly ending: string
  readonly mediaType: string
}

export const captionedVideos: Readonly<Record<CaptionedVideoId, CaptionedVideoKind>> = {
  mp4: {
    label: { en: 'MP4 with captions', fr: 'MP4 avec sous-titres' },
    purpose: {
      en: 'A captions track that viewers switch on; picture and sound are copied',
      fr: 'Une piste de sous-titres à activer\u202F; image et son sont copiés',
    },
    ending: '.captions.mp4',
    mediaType: 'video/mp4',
  },
  mkv: {
    label: { en: 'MKV with captions', fr: 'MKV avec sous-titres' },
    purpose: {
      en: 'The same in Matroska, which holds nearly every codec',
      fr: 'De même en Matroska, qui accepte presque tous les codecs',
    },
    ending: '.captions.mkv',
    mediaType: 'video/x-matroska',
  },
  burn: {
    label: { en: 'MP4, captions burned in', fr: 'MP4, sous-titres incrustés' },
    purpose: {
      en: 'Captions in the picture, for social networks; takes long',
      fr: 'Sous-titres dans l’image, pour les réseaux sociaux\u202F; c’est long',
    },
    ending: '.burned.mp4',
    mediaType: 'video/mp4',
  },
}

export const isCaptionedVideoId = (id: string): id is CaptionedVideoId =>
  captionedVideoIds.some((known) => known === id)
