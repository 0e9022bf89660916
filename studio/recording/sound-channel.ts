import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import { SoundFromPage, type SoundToPage } from '#contracts/sound-wire'
import { blockFromBytes } from '#core/recording/block-bytes'
import type { Recorder } from './recorder.ts'
import type { RecorderNews, RunningRecording } from './running-recording.ts'
import { withoutPaths } from '../faults/without-paths.ts'

/** Unwritten sound above which senders are asked to wait: 40 s of one source. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024
const LOOK_EVERY_MS = 100

export interface SoundChannelOptions {
  readonly recorder: Recorder
  readonly send: (message: SoundToPage) => void
}

/** The sound of one page, over any transport; several pages may send to one recording. */
export class SoundChannel {
  readonly #options: SoundChannelOptions
  #running: RunningRecording | null = null
  #attaching: symbol | null = null
  #timer: NodeJS.Timeout | undefined
  /** How much of the live text the page has. */
  #lines = 0
  #spoken = 0
  #changes = 0
  #language: SoundFromPage['language'] = 'en'
  readonly #listener = (news: RecorderNews): void => this.#tell(news)

  constructor(options: SoundChannelOptions) {
    this.#options = options
  }

  /** A parsed JSON message. False if it was not sent by one of our pages. */
  receive(message: unknown): boolean {
    const checked = SoundFromPage.safeParse(message)
    if (!checked.success) return false
    void this.#attach(checked.data)
    return true
  }

  async #attach({ runningId, language, has, kept = [] }: SoundFromPage): Promise<void> {
    this.close()
    const attaching = Symbol(runningId)
    this.#attaching = attaching
    try {
      const { recorder } = this.#options
      if (!recorder.isWriting(runningId)) await this.#tellEnded(runningId, attaching)
      const running = recorder.get(runningId)
      if (running.stopReason !== null) throw new Fault('recorder.stopped')
      if (running.isWaiting || running.joined !== null) await recorder.attend(running, kept)
      // The page has disconnected, or requested another recording, meanwhile.
      if (this.#attaching !== attaching) return
      this.#running = running
      running.listeners.add(this.#listener)
      running.channels.add(this)
      const { safe, isPaused } = running.writer
      this.#options.send({ kind: 'attached', sources: [...safe], isPaused })
      this.#language = language
      // The page may have received text from a killed writer that is missing from its journal.
      const known = running.joined === null ? has : undefined
      this.#lines = known?.lines ?? 0
      this.#spoken = known?.spoken ?? 0
      this.#changes = known?.changes ?? 0
      if (running.live.state !== 'off') this.#tellLive(running)
      if (running.failing !== null) this.#tellFailing(running.failing)
    } catch (error) {
      this.#options.send({ kind: 'refused', error: describeFault(withoutPaths(error), language) })
    }
  }

  /** Tells the page which sound the recording has, before it makes another recording of the rest. */
  async #tellEnded(runningId: string, attaching: symbol): Promise<void> {
    const sources = await this.#options.recorder.endedSound(runningId)
    if (sources !== null && this.#attaching === attaching) this.#options.send({ kind: 'safe', sources })
  }

  /** One block; dropped if no recording is attached. False for bytes that are not a block. */
  receiveBytes(bytes: Uint8Array): boolean {
    const block = blockFromBytes(bytes)
    if (block === null) return false
    const writer = this.#running?.writer
    if (writer === undefined) return true
    writer.append(block)
    if (writer.waitingBytes > MAX_WAITING_BYTES && this.#timer === undefined) this.#waitForDisk(writer)
    return true
  }

  /** The page is gone; the recording waits for it. */
  close(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
    this.#running?.listeners.delete(this.#listener)
    this.#running?.channels.delete(this)
    this.#running = null
    this.#attaching = null
  }

  #waitForDisk(writer: RunningRecording['writer']): void {
    this.#options.send({ kind: 'wait' })
    this.#timer = setInterval(() => {
      if (writer.waitingBytes > MAX_WAITING_BYTES / 2) return
      clearInterval(this.#timer)
      this.#timer = undefined
      this.#options.send({ kind: 'go-on' })
    }, LOOK_EVERY_MS).unref()
  }

  /** Additions never change, so only those that the page lacks are sent. */
  #tellLive({ live }: RunningRecording): void {
    const { state, lagMs, draft } = live
    const described = (fault: unknown) => describeFault(withoutPaths(fault), this.#language)
    const error = live.error === null ? null : described(live.error)
    const fallback = live.fallback && { ...live.fallback, error: described(live.fallback.error) }
    const lines = live.lines
      .slice(this.#lines)
      .map(({ id, source, startMs, endMs, text }) => ({ id, source, startMs, endMs, text }))
    const spoken = live.spoken.slice(this.#spoken)
    const changes = live.changes.slice(this.#changes)
    const from = { fromLine: this.#lines, fromSpoken: this.#spoken, fromChange: this.#changes }
    this.#lines = live.lines.length
    this.#spoken = live.spoken.length
    this.#changes = live.changes.length
    const news = { state, lagMs, error, fallback, draft, lines, spoken, changes, ...from }
    this.#options.send({ kind: 'live', ...news })
  }

  #tellFailing(error: Error | null): void {
    const described = error === null ? null : describeFault(withoutPaths(error), this.#language)
    this.#options.send({ kind: 'failing', error: described })
  }

  #tell(news: RecorderNews): void {
    const { send } = this.#options
    if (news.kind === 'safe') send({ kind: 'safe', sources: [...news.sources] })
    else if (news.kind === 'live' && this.#running !== null) this.#tellLive(this.#running)
    else if (news.kind === 'failing') this.#tellFailing(news.error)
    else if (news.kind === 'disk-low' || news.kind === 'missing') send(news)
    else if (news.kind === 'stopped') send({ kind: 'stopped', reason: news.reason, atMs: news.atMs })
  }
}
