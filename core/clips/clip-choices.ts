import type { LoudnessTarget } from '../formats/sounds/sound-files.ts'

export const clipShapes = ['16:9', '1:1', '9:16'] as const
export type ClipShape = (typeof clipShapes)[number]

export const clipPictures = ['wave', 'cover', 'video'] as const
export type ClipPicture = (typeof clipPictures)[number]

export const clipFades = ['none', 'short', 'long'] as const
export type ClipFade = (typeof clipFades)[number]

/** What a person chose for a clip. */
export interface ClipChoices {
  readonly shape: ClipShape
  readonly picture: ClipPicture
  readonly captions: boolean
  /** The spoken word has another color. */
  readonly highlight: boolean
  readonly title: boolean
  /** The name of who speaks. */
  readonly names: boolean
  /** A dark box behind the letters of captions instead of an outline. */
  readonly captionBox: boolean
  readonly fade: ClipFade
  /** LUFS; null: as loud as the recording. */
  readonly loudness: LoudnessTarget | null
  /** Which part of a video of another shape is shown, in percent of what is cropped: 0 its left or upper edge. */
  readonly crop: number
}

export const usualClip: Omit<ClipChoices, 'shape' | 'picture' | 'title' | 'names'> = {
  captions: true,
  highlight: false,
  captionBox: true,
  fade: 'short',
  loudness: -14,
  crop: 50,
}

/** The video of a recording, else its cover, else a wave. */
export function usualPicture({ hasVideo, hasCover }: { hasVideo: boolean; hasCover: boolean }): ClipPicture {
  return hasVideo ? 'video' : hasCover ? 'cover' : 'wave'
}

/** Seconds of the fades at both ends, of the sound and of the picture. */
export const fadeSeconds: Readonly<
  Record<ClipFade, { readonly soundIn: number; readonly soundOut: number; readonly picture: number }>
> = {
  none: { soundIn: 0, soundOut: 0, picture: 0 },
  // No edge clicks, and no word is cut off.
  short: { soundIn: 0.02, soundOut: 0.12, picture: 0 },
  long: { soundIn: 0.6, soundOut: 1, picture: 0.6 },
}

/** In pixels: 1,080 on the short side. */
export const clipSizes: Readonly<Record<ClipShape, { readonly width: number; readonly height: number }>> = {
  '16:9': { width: 1_920, height: 1_080 },
  '1:1': { width: 1_080, height: 1_080 },
  '9:16': { width: 1_080, height: 1_920 },
}

/** Shorter or longer ones are no clips, in ms. */
export const SHORTEST_CLIP_MS = 200
export const LONGEST_CLIP_MS = 3_600_000
