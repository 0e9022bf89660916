import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { isOurs } from './page-origin.ts'

/** Accepts messages only from the main frame of the program's own page: no nested frame, no other origin. */
export function isTrustedSender(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOurs(frame.url)
}
