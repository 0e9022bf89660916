import type { StudioClient } from '../../rpc/studio-client.ts'
import type { SteadyClock } from '#core/recording/steady-clock'
import { withoutNotice } from './notice.ts'
import { elapsedMs } from './own-clock.ts'
import { addNotice, changeRunning, useRecorderStore } from './recorder-store.ts'
import type { RunningActions } from './running-actions.ts'
import type { DeviceNews } from './source-slot.ts'
import type { Sources } from './sources.ts'

/** The devices of the running recording: changes are reported and written to its journal. */
export class RunningDevices {
  readonly #studio: StudioClient
  readonly #clock: SteadyClock
  readonly #actions: RunningActions

  constructor(
    { studio, clock }: { readonly studio: StudioClient; readonly clock: SteadyClock },
    actions: RunningActions,
  ) {
    this.#studio = studio
    this.#clock = clock
    this.#actions = actions
  }

  /** Changes the device of a source of the running recording. */
  async change(sources: Sources, input: number, deviceId: string | null): Promise<void> {
    const { running } = useRecorderStore.getState()
    await sources.open(input, deviceId)
    const slot = sources.slots.find((known) => known.input === input)
    if (running === null || slot?.state !== 'on') return
    changeRunning(({ notices }) => ({
      notices: [`lost-${input}`, `replaced-${input}`].reduce(withoutNotice, notices),
    }))
    const source = running.inputs.indexOf(input)
    const { runningId } = running
    await this.#studio.call('recorder.setDevice', { runningId, source, device: slot.label })
  }

  async onNews(news: DeviceNews): Promise<void> {
    const { running, slots } = useRecorderStore.getState()
    if (running === null || !running.inputs.includes(news.input)) return
    const { input, gone } = news
    const atMs = elapsedMs(running.clock, this.#clock.now())
    if (news.kind === 'replaced') {
      addNotice({ kind: 'replaced', input, gone, by: news.by, atMs, silentMs: news.silentMs })
      const source = running.inputs.indexOf(input)
      const { runningId } = running
      await this.#studio.call('recorder.setDevice', { runningId, source, device: news.by })
      return
    }
    addNotice({ kind: 'lost', input, gone, atMs })
    const isAnyLeft = slots.some((slot) => running.inputs.includes(slot.input) && slot.state === 'on')
    if (isAnyLeft) return
    addNotice({ kind: 'no-source', atMs })
    this.#actions.pause()
  }
}
