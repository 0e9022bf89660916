import { readLightWaveTheme } from '../sound/waveform/use-wave-theme.ts'
import {
  drawPicture,
  PICTURE_WIDTH,
  pictureHeight,
  type PictureTheme,
  type PictureWords,
} from './speaking-picture.ts'
import { byTime } from './by-time.ts'
import type { LiveSpeaking } from './use-speaking.ts'

/** Sharp enough for print. */
const SCALE = 2

/** The chart as a PNG, always on a white background. */
export async function speakingPng(
  speaking: LiveSpeaking,
  words: PictureWords,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement('canvas')
  canvas.width = PICTURE_WIDTH * SCALE
  canvas.height = pictureHeight(byTime(speaking).length) * SCALE
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no 2D drawing in this browser')
  context.scale(SCALE, SCALE)
  drawPicture(context, speaking, words, pictureTheme())
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new Error('the picture could not be made')
  return new Uint8Array(await blob.arrayBuffer())
}

function pictureTheme(): PictureTheme {
  const style = getComputedStyle(document.documentElement)
  const family = (token: string, fallback: string): string => style.getPropertyValue(token).trim() || fallback
  return {
    ...readLightWaveTheme(),
    paper: '#ffffff',
    color: '#1d2430',
    line: '#dcdad3',
    read: family('--read', 'serif'),
    ui: family('--ui', 'sans-serif'),
  }
}
