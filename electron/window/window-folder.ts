import path from 'node:path'

/**
 * Chromium's own folder, in the system's folder for programs. Not under the program's bare name: on macOS the library lies
 * there, and its `cache` would be Chromium's `Cache`.
 */
export function windowFolder(programs: string): string {
  return path.join(programs, 'parolo-window')
}
