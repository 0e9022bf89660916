import { openCapture } from '../capture/capture.ts'
import { listInputs } from '../capture/list-inputs.ts'
import { createPageClock } from '../capture/page-clock.ts'
import { openInput, openMonitor, openSystemSound } from '../capture/open-sources.ts'
import { browserShelf } from '../sending/browser-storage.ts'
import type { SoundSystem } from './sources.ts'

export const browserSystem: SoundSystem = {
  openCapture,
  openInput,
  openMonitor,
  openSystemSound,
  listInputs,
  createClock: createPageClock,
  shelf: browserShelf,
}
