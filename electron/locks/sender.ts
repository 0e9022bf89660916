import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { isOurs } from './page-origin.ts'

/** Only the main frame of our own page is heard: no frame inside it, no other origin. */
export function isTrustedSender(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOurs(frame.url)
}
