import type { Rectangle, Size } from 'electron'

const FIRST: Size = { width: 1440, height: 900 }

/**
 * Where a window opens: at its saved position, if that is still visible on the screen, else in the center; never
 * larger than the screen's `area`.
 */
export function fitBounds(kept: Rectangle | null, area: Rectangle): Rectangle {
  const size: Size = kept ?? FIRST
  const width = Math.min(size.width, area.width)
  const height = Math.min(size.height, area.height)
  if (kept !== null && shows(kept, area)) return { x: kept.x, y: kept.y, width, height }
  const x = area.x + Math.floor((area.width - width) / 2)
  const y = area.y + Math.floor((area.height - height) / 2)
  return { x, y, width, height }
}

function shows({ x, y, width, height }: Rectangle, area: Rectangle): boolean {
  return x < area.x + area.width && x + width > area.x && y < area.y + area.height && y + height > area.y
}
