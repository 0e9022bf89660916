import { FRAMES_PER_MS, type SoundBlock } from '#core/recording/block'
import { InputCapture } from '#studio/recording/inputs/capture-input'
import type { SoundInput } from '#studio/recording/inputs/input-systems'
import type { Recorder } from '#studio/recording/recorder'
import type { RunningRecording } from '#studio/recording/running-recording'
import { shortTime } from '#core/notation/clock'
import type { Terminal } from '../../terminal/terminal.ts'

const MAX_KEPT_MS = 30_000

/** The inputs of one recording, open together. */
export class Captures {
  readonly #captures: readonly InputCapture[]
  readonly #recorder: Recorder
  readonly #terminal: Terminal
  #running: RunningRecording | null = null
  /** Sound captured while the recording is being started, which drops what was captured before its start. */
  #kept: SoundBlock[] = []

  constructor(inputs: readonly SoundInput[], recorder: Recorder, terminal: Terminal) {
    this.#recorder = recorder
    this.#terminal = terminal
    this.#captures = inputs.map(
      ({ id, name }, source) =>
        new InputCapture({
          source,
          id,
          onBlock: (block) => this.#take(block),
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

  /**
   * Resolves once every input delivers sound. Faults: `recorder.device-failed`, `ffmpeg.missing`; all are
   * closed then.
   */
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
    for (const block of this.#kept) running.writer.append(block)
    this.#kept = []
  }

  async close(): Promise<void> {
    await Promise.all(this.#captures.map((capture) => capture.stop()))
  }

  #take(block: SoundBlock): void {
    if (this.#running !== null) this.#running.writer.append(block)
    else {
      this.#kept.push(block)
      // Starting takes far less time.
      const oldestMs = block.atMs - MAX_KEPT_MS
      if ((this.#kept[0]?.atMs ?? 0) < oldestMs)
        this.#kept = this.#kept.filter(({ atMs }) => atMs >= oldestMs)
    }
  }

  #reportBack(source: number, { id, name }: Pick<SoundInput, 'id' | 'name'>, by: string): void {
    const running = this.#running
    if (running === null || running.writer.isStopped) return
    const time = shortTime(running.writer.frames / FRAMES_PER_MS)
    const key = by === id ? 'record.device-back' : 'record.device-replaced'
    const line = this.#terminal.words(key, { device: name, by, time })
    this.#terminal.note('device-back', { device: id, by, time }, line)
    this.#recorder.notes
      .setDevice(running.id, source, by)
      .catch((error: unknown) => this.#terminal.error(error))
  }
}
