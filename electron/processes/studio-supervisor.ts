import { Fault } from '#contracts/errors'
import type { StudioState } from '#contracts/window-bridge'
import type { OnOpeningStep } from '#studio/library/opening-step'
import type { SoundToPage } from '#contracts/sound-wire'
import type { ToPage } from '#contracts/wire'
import type { StartStudio } from './studio-child.ts'
import { linkStudio, type StudioLink } from './studio-link.ts'

export interface StudioSupervisorOptions {
  readonly startStudio: StartStudio
  readonly onPage: (window: number, message: ToPage) => void
  /** Answers to the sound of pages. */
  readonly onSound: (channel: number, message: SoundToPage) => void
  /** Receives the studio's stderr, for the log. */
  readonly onLog: (text: string) => void
  /** Title and paths of a deleted recording, to be removed from the log. */
  readonly onDeleted: (names: readonly string[]) => void
  /** Chromium's answer for an address: `PROXY host:port; DIRECT`. */
  readonly resolveProxy: (url: string) => Promise<string>
  /** Progress of preparing a large library, before it is open. */
  readonly onOpening: OnOpeningStep
  /** Pages fail their pending calls or repeat them. */
  readonly onState: (state: StudioState) => void
  /** The process died, with the tail of its stderr: resolves to true if it may be started again. */
  readonly askWhetherToRestart: (detail: string) => Promise<boolean>
  /** It died and could not be started again. */
  readonly onFailure: (error: unknown) => void
  /** The user chose not to restart the process. */
  readonly onGivenUp: () => void
}

/** Keeps the studio's process running: if it dies, another is started and the pages stay open. */
export class StudioSupervisor {
  readonly #options: StudioSupervisorOptions
  #link: StudioLink
  #state: StudioState = 'connected'
  /** Its exit is intended: the program quits, or another library is opened. */
  #isEnding = false
  /** The library's folder; undefined: the default one. */
  #folder: string | undefined

  constructor(options: StudioSupervisorOptions) {
    this.#options = options
    this.#link = this.#start()
  }

  get state(): StudioState {
    return this.#state
  }

  /** Readiness of the first process; rejects with its error, or the reason why it ended. */
  get ready(): Promise<void> {
    return this.#link.ready
  }

  readonly send: StudioLink['send'] = (message) => this.#link.send(message)

  readonly ask: StudioLink['ask'] = (question, value) => this.#link.ask(question, value)

  async quit(graceMs: number): Promise<void> {
    this.#isEnding = true
    await this.#link.quit(graceMs)
  }

  /**
   * Opens the library in `folder` in place of the open one, in a new process. Rejects with its error if it
   * cannot be opened; the former one is open again then.
   */
  async open(folder: string, graceMs: number): Promise<void> {
    if (this.#state === 'lost') throw new Fault('connection.lost')
    const former = this.#folder
    this.#isEnding = true
    this.#set('lost')
    await this.#link.quit(graceMs)
    this.#isEnding = false
    try {
      await this.#startIn(folder)
    } catch (error) {
      // A process that could not open its library keeps running until it is told to quit.
      await this.#link.quit(graceMs)
      await this.#startIn(former).catch(this.#options.onFailure)
      this.#set('connected')
      throw error
    }
    this.#set('connected')
  }

  async #startIn(folder: string | undefined): Promise<void> {
    this.#folder = folder
    this.#link = this.#start()
    await this.#link.ready
  }

  #start(): StudioLink {
    const { startStudio, onPage, onSound, onLog, onDeleted, resolveProxy, onOpening } = this.#options
    const startHere: StartStudio = (listeners) => startStudio(listeners, this.#folder)
    const link = linkStudio(startHere, onPage, onSound, onLog, onDeleted, resolveProxy, onOpening)
    // Before it is ready, its exit is reported by `ready`.
    void link.ready.then(
      () => link.ended.then((detail) => this.#onExit(detail)),
      () => undefined,
    )
    return link
  }

  async #onExit(detail: string): Promise<void> {
    if (this.#isEnding) return
    this.#options.onLog(`ended: ${detail.split('\n')[0] ?? ''}`)
    this.#set('lost')
    if (!(await this.#options.askWhetherToRestart(detail))) {
      this.#options.onGivenUp()
      return
    }
    this.#link = this.#start()
    try {
      await this.#link.ready
    } catch (error) {
      this.#options.onFailure(error)
      return
    }
    this.#set('connected')
  }

  #set(state: StudioState): void {
    this.#state = state
    this.#options.onState(state)
  }
}
