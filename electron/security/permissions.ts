import { isOurs } from './page-origin.ts'

/**
 * Whether the page may have a permission: only writing to the clipboard, showing notifications, the
 * microphone, and, while a recording starts, the computer's own sound. `media`: what a request for `media`
 * wants to capture.
 */
export function isPermissionAllowed(
  permission: string,
  origin: string,
  media: readonly string[] = [],
  isRecordingStarting = false,
): boolean {
  if (!isOurs(origin)) return false
  if (permission === 'media') return media.length > 0 && media.every((kind) => kind === 'audio')
  if (permission === 'display-capture') return isRecordingStarting
  return permission === 'clipboard-sanitized-write' || permission === 'notifications'
}
