import type { Rectangle } from 'electron'

export interface WindowState {
  readonly bounds: Rectangle
  readonly maximised: boolean
}

/** Null if the text is not a window state: a truncated file must not keep the program from starting. */
export function parseWindowState(text: string): WindowState | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
  const { bounds, maximised } = (value ?? {}) as Partial<WindowState>
  const numbers = [bounds?.x, bounds?.y, bounds?.width, bounds?.height]
  if (bounds === undefined || !numbers.every((number) => Number.isFinite(number))) return null
  return { bounds, maximised: maximised === true }
}
