import type { Point } from 'electron'

/** Larger than any title bar, px. */
const LARGEST = 100
const NONE: Point = { x: 0, y: 0 }

/**
 * How far below and to the right of where it was to open a window reports itself: on X11 by its frame, which the
 * position it is given includes and the one it reports does not. A larger distance is a place chosen by the system.
 */
export function frameOffset(asked: Point, reported: Point): Point {
  const offset = { x: reported.x - asked.x, y: reported.y - asked.y }
  const isFrame = [offset.x, offset.y].every((distance) => distance >= 0 && distance <= LARGEST)
  return isFrame ? offset : NONE
}
