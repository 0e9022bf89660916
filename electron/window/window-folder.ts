import path from 'node:path'

/**
 * Chromium's own folder, in the system's folder for program data. Not under the program's bare name: on macOS the
 * library is there, and its `cache` would be the same folder as Chromium's `Cache`.
 */
export function windowFolder(programs: string): string {
  return path.join(programs, 'parolo-window')
}
