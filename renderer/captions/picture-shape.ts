import { formatDecimals } from '#core/notation/numbers'
import type { PictureSize } from '#core/captions/look/caption-look'

/** A shape to choose; `film`: the film's own, which is none of the others. */
export type PictureShape = 'wide' | 'tall' | 'square' | 'film'

const usual: Readonly<Record<Exclude<PictureShape, 'film'>, PictureSize>> = {
  wide: { width: 16, height: 9 },
  tall: { width: 9, height: 16 },
  square: { width: 1, height: 1 },
}

/** A difference that nobody sees: 854 × 480 is 16:9. */
const SAME = 0.01

/** The shape of a film of this size; `wide` where there is none. */
export function shapeOfFilm(film: PictureSize | null): PictureShape {
  if (film === null) return 'wide'
  const found = (['wide', 'tall', 'square'] as const).find(
    (shape) => Math.abs(ratioOf(film) / ratioOf(usual[shape]) - 1) < SAME,
  )
  return found ?? 'film'
}

/** The picture of a shape: the film's own size where it has this shape. */
export function pictureOf(shape: PictureShape, film: PictureSize | null): PictureSize {
  if (film !== null && shapeOfFilm(film) === shape) return film
  return shape === 'film' ? usual.wide : usual[shape]
}

/** How much room a picture takes on the page. */
export function formOf(picture: PictureSize): 'wide' | 'tall' | 'square' {
  const ratio = ratioOf(picture)
  if (ratio >= 1.2) return 'wide'
  return ratio > 0.8 ? 'square' : 'tall'
}

const names = [
  [4, 3],
  [3, 4],
  [3, 2],
  [2, 3],
  [5, 4],
  [4, 5],
  [2, 1],
  [21, 9],
  [9, 21],
] as const

/** `4:3`, `2.39:1`, in the language of the page. */
export function ratioName(film: PictureSize, locale: string): string {
  const ratio = ratioOf(film)
  const known = names.find(([width, height]) => Math.abs((ratio * height) / width - 1) < SAME)
  if (known !== undefined) return known.join(':')
  return ratio > 1 ? `${formatDecimals(ratio, locale, 2)}:1` : `1:${formatDecimals(1 / ratio, locale, 2)}`
}

const ratioOf = ({ width, height }: PictureSize): number => width / height
