import { isOurs } from './page-origin.ts'

/**
 * Whether the page may have a permission: only writing to the clipboard, showing notifications, and the microphone.
 * `media`: what a request for `media` wants to capture.
 */
export function isPermissionAllowed(
  permission: string,
  origin: string,
  media: readonly string[] = [],
): boolean {
  if (!isOurs(origin)) return false
  if (permission === 'media') return media.length > 0 && media.every((kind) => kind === 'audio')
  return permission === 'clipboard-sanitized-write' || permission === 'notifications'
}
