import { LINE_HEIGHT } from '../captions/look/caption-font.ts'
import { type ClipChoices, clipSizes } from './clip-choices.ts'

/** Places in pixels of the clip. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where what is drawn besides captions stands, in pixels; sizes of letters are an em. */
export interface ClipLayout {
  /** Left edge and widest line of title and names. */
  readonly text: Pick<Box, 'x' | 'width'>
  readonly title: { readonly y: number; readonly size: number; readonly lines: number }
  readonly name: { readonly y: number; readonly size: number }
  /** The cover is in its middle, as large as it fits. */
  readonly cover: Box
  readonly wave: Box
  readonly bars: number
}

/** Of the width of a tall or square clip, of the height of a wide one. */
const MARGIN = 0.06
/** Above the captions: the lowest edge of cover and wave, of the height. */
const LOWEST = { '16:9': 0.72, '1:1': 0.72, '9:16': 0.6 } as const
const BAR_PX = 17

/** The layout of a clip: one column, title and name above the picture, captions below it. */
export function clipLayout({
  shape,
  picture,
  title,
  names,
}: Pick<ClipChoices, 'shape' | 'picture' | 'title' | 'names'>): ClipLayout {
  const { width, height } = clipSizes[shape]
  const short = Math.min(width, height)
  const margin = Math.round(MARGIN * short)
  const size = Math.round(0.06 * short)
  // Phones show their own signs over the highest part of a tall picture.
  const top = shape === '9:16' ? Math.round(0.075 * height) : margin
  const lineHeight = Math.round(size * LINE_HEIGHT)
  const nameSize = Math.round(0.048 * short)
  const lines = shape === '16:9' ? 1 : 2
  const nameY = title ? top + lines * lineHeight + Math.round(0.3 * size) : top
  // A video is the whole picture, over which title and name stand.
  const above = names ? nameY + Math.round(nameSize * LINE_HEIGHT) : title ? nameY : top
  const from = (title || names) && picture !== 'video' ? above + Math.round(0.5 * margin) : top
  const area: Box = {
    x: margin,
    y: from,
    width: width - 2 * margin,
    height: Math.round(LOWEST[shape] * height) - from,
  }
  const waveHeight = Math.min(area.height, Math.round(0.32 * short))
  return {
    text: { x: margin, width: width - 2 * margin },
    title: { y: top, size, lines },
    name: { y: nameY, size: nameSize },
    cover: area,
    wave: { ...area, y: area.y + Math.round((area.height - waveHeight) / 2), height: waveHeight },
    bars: Math.floor(area.width / BAR_PX),
  }
}

/** The largest box of this shape in the middle of another. */
export function fittedBox(
  box: Box,
  { width, height }: { readonly width: number; readonly height: number },
): Box {
  const scale = Math.min(box.width / width, box.height / height)
  const [fitWidth, fitHeight] = [Math.round(width * scale), Math.round(height * scale)]
  return {
    x: box.x + Math.round((box.width - fitWidth) / 2),
    y: box.y + Math.round((box.height - fitHeight) / 2),
    width: fitWidth,
    height: fitHeight,
  }
}
