import type { Point, Rectangle } from 'electron'

/** LOOK.md, n-strip. */
export const STRIP_SIZE = { width: 360, height: 64 }
const MARGIN = 24

/**
 * Where the strip opens in a screen's `area`: at its remembered position, moved so that it is fully visible;
 * at the lower right without one. Null if that position is no longer on any screen.
 */
export function stripPlace(kept: Pick<Rectangle, 'x' | 'y'> | null, area: Rectangle): Point | null {
  const { width, height } = STRIP_SIZE
  const [right, bottom] = [area.x + area.width, area.y + area.height]
  if (kept === null) return { x: right - width - MARGIN, y: bottom - height - MARGIN }
  const { x, y } = kept
  if (x >= right || y >= bottom || x + width <= area.x || y + height <= area.y) return null
  const within = (value: number, least: number, most: number): number =>
    Math.max(least, Math.min(most, value))
  return { x: within(x, area.x, right - width), y: within(y, area.y, bottom - height) }
}
