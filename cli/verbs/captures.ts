import { FRAMES_PER_MS } from '#core/recording/block'
import { InputCapture } from '#studio/recording/inputs/capture-input'
import type { SoundInput } from '#studio/recording/inputs/input-systems'
import type { Recorder, RunningRecording } from '#studio/recording/recorder'
import { shortClockTime } from '../clock-time.ts'
import type { Terminal } from '../terminal.ts'

/** The inputs of one recording, open together. */
export class Captures {
  readonly #captures: readonly InputCapture[]
  readonly #recorder: Recorder
  readonly #terminal: Terminal
  /** Sound before it is dropped. */
  #running: RunningRecording | null = null

  constructor(inputs: readonly SoundInput[], recorder: Recorder, terminal: Terminal) {
    this.#recorder = recorder
    this.#terminal = terminal
    this.#captures = inputs.map(
      ({ id, name }, source) =>
        new InputCapture({
          source,
          id,
          onBlock: (block) => this.#running?.writer.append(block),
          onGone: () =>
            terminal.note(
              'device-gone',
              { device: id },
              terminal.words('record.device-gone', { device: name }),
            ),
          onBack: (by) => this.#reportBack(source, { id, name }, by),
        }),
    )
  }

  /** Resolves once each gives sound. Faults: `recorder.device-failed`, `ffmpeg.missing`; then all are closed. */
  async open(): Promise<void> {
    try {
      await Promise.all(this.#captures.map((capture) => capture.start()))
    } catch (error) {
      await this.close()
      throw error
    }
  }

  feed(running: RunningRecording): void {
    this.#running = running
  }

  async close(): Promise<void> {
    await Promise.all(this.#captures.map((capture) => capture.stop()))
  }

  #reportBack(source: number, { id, name }: Pick<SoundInput, 'id' | 'name'>, by: string): void {
    const running = this.#running
    if (running === null || running.writer.isStopped) return
    const time = shortClockTime(running.writer.frames / FRAMES_PER_MS)
    const key = by === id ? 'record.device-back' : 'record.device-replaced'
    const line = this.#terminal.words(key, { device: name, by, time })
    this.#terminal.note('device-back', { device: id, by, time }, line)
    this.#recorder.setDevice(running.id, source, by).catch((error: unknown) => this.#terminal.error(error))
  }
}
