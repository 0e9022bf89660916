import { readFileSync, writeFileSync } from 'node:fs'
import type { BrowserWindow, Point } from 'electron'
import { frameOffset } from './frame-offset.ts'
import { parseWindowState, type WindowState } from './parse-window-state.ts'

/** The saved state of the window; null at the first start. */
export function readWindowState(file: string): WindowState | null {
  try {
    return parseWindowState(readFileSync(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * Saves the window's bounds whenever it is moved, resized or closed, such that it opens there again. `asked`: where it
 * was to open.
 */
export function trackWindowState(window: BrowserWindow, file: string, asked: Point): void {
  let offset: Point | null = null
  const keep = () => {
    if (window.isDestroyed() || window.isMinimized()) return
    const bounds = window.getNormalBounds()
    if (!window.isMaximized()) offset ??= frameOffset(asked, bounds)
    const { x, y } = offset ?? { x: 0, y: 0 }
    const state: WindowState = {
      bounds: { ...bounds, x: bounds.x - x, y: bounds.y - y },
      maximised: window.isMaximized(),
    }
    try {
      writeFileSync(file, JSON.stringify(state))
    } catch (error) {
      // A full disk must not keep a window from closing.
      process.stderr.write(`window state: ${String(error)}\n`)
    }
  }
  let timer: NodeJS.Timeout | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(keep, 500)
  }
  window.once('show', soon)
  window.on('resize', soon)
  window.on('move', soon)
  window.on('close', () => {
    clearTimeout(timer)
    keep()
  })
}
