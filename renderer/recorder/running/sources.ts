import type { RecordingType, SourceRole } from '#core/recording/journal-entry'
import type { Capture, OpenCapture } from '../capture/capture.ts'
import { type CapturedSound, MAX_SOURCES } from '../capture/capture-messages.ts'
import { deviceTrouble, replacementOf } from '../capture/device-watch.ts'
import { clearClips, type Meter, newMeter, nextMeter } from '../capture/level-meter.ts'
import type { ListedInput } from '../capture/list-inputs.ts'
import { SourceFailed } from '../capture/open-sources.ts'
import type { SteadyClock } from '#core/recording/steady-clock'
import type { SoundShelf } from '../sending/kept-block.ts'
import type { DeviceNews, SourceSlot } from './source-slot.ts'

/** The browser's devices; tests pass their own. */
export interface SoundSystem {
  readonly openCapture: OpenCapture
  readonly openInput: (deviceId: string | null, type: RecordingType) => Promise<MediaStream>
  readonly openMonitor: (deviceId: string) => Promise<MediaStream>
  readonly openSystemSound: () => Promise<MediaStream>
  readonly listInputs: () => Promise<readonly ListedInput[]>
  readonly createClock: () => SteadyClock
  /** Stores sound that is not on disk yet. */
  readonly shelf: SoundShelf
}

export interface SourcesOptions {
  readonly system: SoundSystem
  readonly clock: SteadyClock
  readonly onSlots: (slots: readonly SourceSlot[]) => void
  readonly onInputs: (inputs: readonly ListedInput[]) => void
  readonly onMeters: (meters: ReadonlyMap<number, Meter>) => void
  readonly onSound: (sound: CapturedSound) => void
  readonly onDevice: (news: DeviceNews) => void
}

/** Opens, monitors and replaces the devices of the sources; their sound is passed to `onSound`. */
export class Sources {
  readonly #options: SourcesOptions
  #slots: readonly SourceSlot[] = []
  #meters = new Map<number, Meter>()
  readonly #streams = new Map<number, MediaStream>()
  readonly #reopenedForZeros = new Set<number>()
  /** Lost devices, and since when: reopened when they are available again. */
  readonly #lost = new Map<number, { readonly gone: string; readonly sinceMs: number }>()
  /** Counts the requests and failures for each input: results of earlier attempts are discarded. */
  readonly #turns = new Map<number, number>()
  #capture: Promise<Capture> | null = null
  #type: RecordingType = 'meeting'
  #inputs: readonly ListedInput[] = []
  #isLooking = false

  constructor(options: SourcesOptions) {
    this.#options = options
  }

  get slots(): readonly SourceSlot[] {
    return this.#slots
  }

  get meters(): ReadonlyMap<number, Meter> {
    return this.#meters
  }

  /** Adds a source that is off; null if the maximum is reached. */
  add(role: SourceRole, chosen: string | null): SourceSlot | null {
    const input = Array.from({ length: MAX_SOURCES }, (_, index) => index).find(
      (free) => !this.#slots.some((slot) => slot.input === free),
    )
    if (input === undefined) return null
    const slot: SourceSlot = { input, role, chosen, label: '', state: 'off', problem: null }
    this.#setSlots([...this.#slots, slot])
    return slot
  }

  remove(input: number): void {
    this.#newTurn(input)
    void this.#close(input)
    this.#setSlots(this.#slots.filter((slot) => slot.input !== input))
  }

  /** Opens the source's device, replacing the open one. The system's own sound only after a click or key. */
  async open(input: number, chosen: string | null): Promise<void> {
    const role = this.#slot(input)?.role
    if (role === undefined) return
    const isCurrent = this.#newTurn(input)
    this.#change(input, { chosen, state: 'opening', problem: null })
    try {
      await this.#put(input, await this.#openStream(role, chosen), isCurrent)
    } catch (error) {
      const problem = error instanceof SourceFailed ? error.problem : 'failed'
      if (isCurrent()) this.#change(input, { state: 'failed', problem })
    }
    await this.refreshInputs()
  }

  async switchOff(input: number): Promise<void> {
    this.#newTurn(input)
    this.#change(input, { state: 'off', problem: null, label: '' })
    await this.#close(input)
  }

  /** The kind determines how microphones are set up: open ones are reopened. */
  async setType(type: RecordingType): Promise<void> {
    if (type === this.#type) return
    this.#type = type
    const open = this.#slots.filter(({ role, state }) => role === 'microphone' && state === 'on')
    await Promise.all(open.map(({ input, chosen }) => this.open(input, chosen)))
  }

  clearClips(input: number): void {
    const meter = this.#meters.get(input)
    if (meter === undefined) return
    this.#meters = new Map(this.#meters).set(input, clearClips(meter))
    this.#options.onMeters(this.#meters)
  }

  async refreshInputs(): Promise<void> {
    this.#inputs = await this.#options.system.listInputs()
    this.#options.onInputs(this.#inputs)
  }

  async resume(): Promise<void> {
    await (await this.#capture)?.resume()
  }

  /**
   * Checks open devices, once per second: some systems only report a lost one when the list is requested. A
   * device that is lost or delivers nothing is reopened or replaced.
   */
  async look(): Promise<void> {
    if (this.#isLooking) return
    this.#isLooking = true
    try {
      await this.refreshInputs()
      const nowMs = this.#options.clock.now()
      for (const slot of this.#slots.filter(({ state }) => state === 'on')) await this.#lookAt(slot, nowMs)
      for (const slot of this.#slots.filter(({ state }) => state === 'failed')) await this.#findAgain(slot)
    } finally {
      this.#isLooking = false
    }
  }

  /** Opens those of these that are not open: with their previous device, else another. */
  async reopen(inputs: readonly number[]): Promise<void> {
    await this.refreshInputs()
    for (const slot of this.#slots.filter(
      ({ input, state }) => inputs.includes(input) && state === 'failed',
    )) {
      const { gone = slot.label, sinceMs = this.#options.clock.now() } = this.#lost.get(slot.input) ?? {}
      await this.#replace(slot, gone, sinceMs)
    }
  }

  async close(): Promise<void> {
    for (const { input } of this.#slots) this.#newTurn(input)
    for (const stream of this.#streams.values()) stopTracks(stream)
    this.#streams.clear()
    this.#setSlots([])
    this.#meters = new Map()
    const capture = this.#capture
    this.#capture = null
    await (await capture)?.close()
  }

  async #lookAt(slot: SourceSlot, nowMs: number): Promise<void> {
    const { input, role, label } = slot
    const [track] = this.#streams.get(input)?.getAudioTracks() ?? []
    const meter = this.#meters.get(input)
    if (track === undefined || meter === undefined) return
    if (meter.zeroSinceMs === null) this.#reopenedForZeros.delete(input)
    const trouble = deviceTrouble(
      {
        role,
        meter,
        hasEnded: track.readyState === 'ended',
        isListed: this.#isListed(slot),
        wasReopenedForZeros: this.#reopenedForZeros.has(input),
      },
      nowMs,
    )
    if (trouble === null) return
    if (trouble === 'zeros') this.#reopenedForZeros.add(input)
    const since = meter.zeroSinceMs ?? meter.lastBlockMs
    await this.#replace(slot, label, since)
  }

  /** A lost device is available again. */
  async #findAgain(slot: SourceSlot): Promise<void> {
    const lost = this.#lost.get(slot.input)
    if (lost === undefined || lost.gone === '' || !this.#inputs.some(({ label }) => label === lost.gone))
      return
    await this.#replace(slot, lost.gone, lost.sinceMs)
  }

  /** The sound of another program or a tab is in no list, and a system without labels cannot be compared. */
  #isListed({ role, chosen, label }: SourceSlot): boolean {
    if (role === 'system' && chosen === null) return true
    if (label === '' || this.#inputs.every((known) => known.label === '')) return true
    return this.#inputs.some((known) => known.label === label)
  }

  async #replace({ input, role, chosen }: SourceSlot, gone: string, sinceMs: number): Promise<void> {
    const { system, clock, onDevice } = this.#options
    const candidates = this.#inputs.filter(({ isMonitor }) => isMonitor === (role === 'system'))
    const found = role === 'system' && chosen === null ? null : replacementOf(gone, candidates)
    const isCurrent = this.#newTurn(input)
    try {
      if (found === null) throw new SourceFailed('not-found')
      const stream =
        role === 'system'
          ? await system.openMonitor(found.deviceId)
          : await system.openInput(found.deviceId, this.#type)
      if (!(await this.#put(input, stream, isCurrent))) return
      const by = this.#slot(input)?.label ?? found.label
      onDevice({ kind: 'replaced', input, gone, by, silentMs: Math.max(0, clock.now() - sinceMs) })
    } catch (error) {
      if (!isCurrent()) return
      const wasLost = this.#lost.has(input)
      await this.#close(input)
      this.#lost.set(input, { gone, sinceMs })
      this.#change(input, {
        state: 'failed',
        problem: error instanceof SourceFailed ? error.problem : 'failed',
      })
      if (!wasLost) onDevice({ kind: 'lost', input, gone })
    }
  }

  async #openStream(role: SourceRole, chosen: string | null): Promise<MediaStream> {
    const { system } = this.#options
    if (role === 'microphone') return await system.openInput(chosen, this.#type)
    return await (chosen === null ? system.openSystemSound() : system.openMonitor(chosen))
  }

  /** False, after closing the stream, if the source was switched off or changed while this one was opened. */
  async #put(input: number, stream: MediaStream, isCurrent: () => boolean): Promise<boolean> {
    const capture = await this.#opened().catch((error: unknown) => {
      stopTracks(stream)
      throw error
    })
    if (!isCurrent()) {
      stopTracks(stream)
      return false
    }
    stopTracks(this.#streams.get(input))
    this.#streams.set(input, stream)
    this.#lost.delete(input)
    capture.connect(input, stream)
    const clips = this.#meters.get(input)?.clips ?? 0
    this.#meters = new Map(this.#meters).set(input, { ...newMeter(this.#options.clock.now()), clips })
    this.#change(input, { state: 'on', problem: null, label: stream.getAudioTracks()[0]?.label ?? '' })
    return true
  }

  /** Returns a function that tells whether there was no other request for the input since. */
  #newTurn(input: number): () => boolean {
    const turn = (this.#turns.get(input) ?? 0) + 1
    this.#turns.set(input, turn)
    return () => this.#turns.get(input) === turn
  }

  async #close(input: number): Promise<void> {
    this.#lost.delete(input)
    stopTracks(this.#streams.get(input))
    this.#streams.delete(input)
    this.#meters.delete(input)
    const capture = await this.#capture
    capture?.connect(input, null)
  }

  #opened(): Promise<Capture> {
    this.#capture ??= this.#options.system.openCapture().then((capture) => {
      capture.onSound((sound) => this.#take(sound))
      capture.take(this.#slots.map(({ input }) => input))
      return capture
    })
    // The next attempt opens another one.
    this.#capture.catch(() => (this.#capture = null))
    return this.#capture
  }

  #take(sound: CapturedSound): void {
    const { clock, onMeters, onSound } = this.#options
    const meter = this.#meters.get(sound.input)
    if (meter !== undefined) {
      const atMs = clock.ofWall(sound.endWallMs)
      this.#meters = new Map(this.#meters).set(sound.input, nextMeter(meter, { ...sound, atMs }))
      onMeters(this.#meters)
    }
    onSound(sound)
  }

  #slot(input: number): SourceSlot | undefined {
    return this.#slots.find((slot) => slot.input === input)
  }

  #change(input: number, change: Partial<SourceSlot>): void {
    this.#setSlots(this.#slots.map((slot) => (slot.input === input ? { ...slot, ...change } : slot)))
  }

  #setSlots(slots: readonly SourceSlot[]): void {
    this.#slots = slots
    this.#options.onSlots(slots)
    // The caller that opens the capture handles its failure.
    this.#capture?.then(
      (capture) => capture.take(slots.map(({ input }) => input)),
      () => undefined,
    )
  }
}

function stopTracks(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
