import type { Consent, Moment } from '#core/recording/journal-entry'
import type { Sleep } from '#core/recording/steady-clock'
import type { RunningRecording } from './running-recording.ts'

/**
 * Notes about a running recording other than its sound: written to disk first, then reported. Faults:
 * `recorder.unknown`, `recorder.stopped`, those of the disk.
 */
export class RecordingNotes {
  readonly #get: (id: string) => RunningRecording
  readonly #announce: (id: string) => void

  constructor(get: (id: string) => RunningRecording, announce: (id: string) => void) {
    this.#get = get
    this.#announce = announce
  }

  async pause(id: string, atMs: number): Promise<void> {
    await this.#get(id).writer.pause(atMs)
    this.#announce(id)
  }

  async resume(id: string, atMs: number): Promise<void> {
    await this.#get(id).writer.resume(atMs)
    this.#announce(id)
  }

  async noteSleep(id: string, sleep: Sleep): Promise<void> {
    await this.#get(id).writer.note({ kind: 'sleep', ...sleep })
  }

  async setMoment(id: string, moment: Moment): Promise<void> {
    const running = this.#get(id)
    await running.writer.note({ kind: 'moment', moment })
    running.moments.set(moment.id, moment)
    this.#announce(id)
  }

  async removeMoment(id: string, momentId: string): Promise<void> {
    const running = this.#get(id)
    await running.writer.note({ kind: 'moment-removed', id: momentId })
    running.moments.delete(momentId)
    this.#announce(id)
  }

  async setConsent(id: string, consent: Consent): Promise<void> {
    const running = this.#get(id)
    await running.writer.note({ kind: 'consent', consent })
    running.consent = consent
    this.#announce(id)
  }

  async setTitle(id: string, title: string): Promise<void> {
    const running = this.#get(id)
    await running.writer.note({ kind: 'title', title })
    running.title = title
    this.#announce(id)
  }

  async setDevice(id: string, source: number, device: string): Promise<void> {
    const running = this.#get(id)
    await running.writer.setDevice(source, device)
    running.devices[source] = device
    this.#announce(id)
  }
}
