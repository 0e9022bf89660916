import { type ClipChoices, clipSizes } from '#core/clips/clip-choices'

/** Filters of ffmpeg that leave of a video what fits into a clip's shape. */
export function croppedTo({ shape, crop }: Pick<ClipChoices, 'shape' | 'crop'>): string[] {
  const { width, height } = clipSizes[shape]
  const share = (crop / 100).toFixed(4)
  return [
    `scale=${width}:${height}:force_original_aspect_ratio=increase`,
    `crop=${width}:${height}:(iw-ow)*${share}:(ih-oh)*${share}`,
    'setsar=1',
  ]
}

/** Filters that fade a picture of so many seconds in and out, each for `length` seconds; none for 0. */
export function pictureFades(length: number, seconds: number): string[] {
  const each = Math.min(length, seconds / 2)
  if (each === 0) return []
  const start = (seconds - each).toFixed(3)
  return [`fade=t=in:st=0:d=${each.toFixed(3)}`, `fade=t=out:st=${start}:d=${each.toFixed(3)}`]
}
