import { powerSaveBlocker } from 'electron'

/** Keeps the system from sleeping by itself while a window records; the screen may go dark. */
export class KeepAwake {
  #blocker: number | null = null

  set(isRecording: boolean): void {
    if (isRecording) this.#blocker ??= powerSaveBlocker.start('prevent-app-suspension')
    else if (this.#blocker !== null) {
      powerSaveBlocker.stop(this.#blocker)
      this.#blocker = null
    }
  }
}
