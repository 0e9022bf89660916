import type { Rectangle, Size } from 'electron'

const FIRST: Size = { width: 1440, height: 900 }

/**
 * Where a window opens: at its saved position, if that is still visible on the screen, else in the center (no `x`,
 * `y`); never larger than the screen's `area`.
 */
export function fitBounds(kept: Rectangle | null, area: Rectangle): Size & Partial<Rectangle> {
  const { width, height } = kept ?? FIRST
  const size = { width: Math.min(width, area.width), height: Math.min(height, area.height) }
  return kept !== null && shows(kept, area) ? { ...size, x: kept.x, y: kept.y } : size
}

function shows({ x, y, width, height }: Rectangle, area: Rectangle): boolean {
  return x < area.x + area.width && x + width > area.x && y < area.y + area.height && y + height > area.y
}
