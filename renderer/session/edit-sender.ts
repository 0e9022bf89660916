import type { EditOutcome } from '#contracts/calls/transcripts'
import type { WireError } from '#contracts/errors'
import { touchedBetween } from '#core/edits/touched'
import { CallFailed } from '../rpc/call-failed.ts'
import { type ConfirmedState, confirmOwn } from './confirmed-state.ts'
import type { PendingEdits, PendingGroup } from './pending-edits.ts'
import { isRefusal, type RefusedEdits } from './refused-edits.ts'
import type { SessionCalls } from './session-calls.ts'
import type { SessionView } from './session-view.ts'
import type { StudioChanges } from './studio-changes.ts'
import type { EditGroup } from './edit-group.ts'
import type { UnsentEdits } from './unsent-edits.ts'

/** Sends well within the 300 ms of typing that a crash of the machine may lose. */
const SEND_AFTER_MS = 200
const RETRY_AFTER_MS = [500, 1_000, 2_000, 4_000, 8_000] as const

/** An undo, a redo, a recount or a change of a moment: requested from the studio in order with the edits. */
interface StudioRequest {
  readonly order: number
  readonly run: () => Promise<EditOutcome | null>
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

export interface SenderParts {
  readonly calls: SessionCalls
  readonly view: SessionView
  readonly pending: PendingEdits
  readonly changes: StudioChanges
  readonly unsent: UnsentEdits
  /** Called once nothing more will be sent or requested. */
  readonly onEnd: () => void
}

/**
 * Exchanges data with the studio, one call at a time: sends edits in order, requests undo and redo, fetches changes.
 */
export class EditSender {
  readonly #parts: SenderParts
  #requests: readonly StudioRequest[] = []
  #flushing: readonly { readonly resolve: () => void; readonly reject: (error: unknown) => void }[] = []
  #refused: readonly RefusedEdits[]
  /** Why edits are not saved yet. */
  #sendError: WireError | null = null
  /** True if edits are to be sent now and not only queued. */
  #isDue = false
  /** Number of callers that have more edits of the same change to add. */
  #expected = 0
  /** True after a batch was refused: groups are sent one by one to find the refused one. */
  #sendsAlone = false
  #tries = 0
  #sendTimer: ReturnType<typeof setTimeout> | undefined
  #retryTimer: ReturnType<typeof setTimeout> | undefined
  #isRunning = false
  #isWantedAgain = false
  #isClosed = false

  constructor(parts: SenderParts, sendError: WireError | null) {
    this.#parts = parts
    this.#sendError = sendError
    this.#isDue = !parts.pending.isEmpty
    this.#refused = parts.unsent.refused()
  }

  get sendError(): WireError | null {
    return this.#sendError
  }

  get refused(): readonly RefusedEdits[] {
    return this.#refused
  }

  dismissRefused(dismissed: readonly RefusedEdits[]): void {
    this.#parts.unsent.dismiss(dismissed.map(({ group }) => group.key))
    this.#refused = this.#refused.filter((each) => !dismissed.includes(each))
    this.#parts.view.notify()
  }

  /** Schedules a send soon, so that edits added meanwhile are in the same call. */
  sendSoon(): void {
    if (this.#isDue || this.#sendTimer !== undefined) return
    this.#sendTimer = setTimeout(() => {
      this.#sendTimer = undefined
      this.#isDue = true
      void this.run()
    }, SEND_AFTER_MS)
  }

  /** Runs a studio request after all edits made before `order`. */
  request(order: number, run: StudioRequest['run']): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#requests = [...this.#requests, { order, run, resolve, reject }]
      void this.run()
    })
  }

  expectMore(): () => void {
    this.#expected += 1
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      this.#expected -= 1
      void this.run()
    }
  }

  flush(): Promise<void> {
    if (this.#parts.pending.isEmpty && !this.#isRunning && this.#expected === 0) return Promise.resolve()
    return new Promise((resolve, reject) => {
      this.#flushing = [...this.#flushing, { resolve, reject }]
      void this.run()
    })
  }

  close(): void {
    this.#isClosed = true
    void this.run()
  }

  /** Makes calls until nothing is left to do. A call to `run` during a run makes it check once more. */
  async run(): Promise<void> {
    this.#isWantedAgain = true
    if (this.#isRunning) return
    this.#isRunning = true
    clearTimeout(this.#retryTimer)
    try {
      while (this.#isWantedAgain) {
        this.#isWantedAgain = false
        while (await this.#callOnce()) this.#tries = 0
      }
    } catch (error) {
      this.#fail(error)
    } finally {
      this.#isRunning = false
    }
    if (this.#isClosed && this.#parts.pending.isEmpty) this.#end()
  }

  /** Returns false if there is nothing to do now. */
  async #callOnce(): Promise<boolean> {
    const [request] = this.#requests
    const isToSend = this.#isDue || this.#flushing.length > 0 || request !== undefined || this.#isClosed
    const groups = isToSend ? this.#groupsToSend() : []
    if (groups.length > 0) await this.#send(groups)
    else if (request !== undefined) await this.#runRequest(request)
    else if (!(await this.#fetchChanges())) {
      this.#noteAllSaved()
      return false
    }
    return true
  }

  #groupsToSend(): readonly PendingGroup[] {
    return this.#parts.pending.toSend(this.#requests[0]?.order ?? Infinity, this.#sendsAlone)
  }

  async #send(groups: readonly PendingGroup[]): Promise<void> {
    const { calls, pending, changes } = this.#parts
    let outcome: EditOutcome
    try {
      outcome = await calls.edit(groups)
    } catch (error) {
      // Whether it arrived is unknown, so the whole state is requested after it is sent again.
      changes.wantWhole()
      pending.markTried(groups.length)
      if (!(error instanceof CallFailed) || !isRefusal(error.error, this.#tries)) throw error
      this.#refuse(groups, error.error)
      return
    }
    this.#confirm(groups, outcome)
  }

  #confirm(groups: readonly PendingGroup[], outcome: EditOutcome): void {
    const { view, pending, changes, unsent } = this.#parts
    const { confirmed } = view
    const edits = groups.reduce((count, group) => count + group.edits.length, 0)
    const base = groups[0]?.baseNumber ?? 0
    const isAsSent =
      outcome.asSent &&
      outcome.refused.length === 0 &&
      base === confirmed.editNumber &&
      outcome.editNumber === base + edits
    const after = groups.at(-1)?.after() ?? confirmed.transcript
    pending.confirmFirst(groups.length, isAsSent ? { base, newBase: outcome.editNumber } : null)
    unsent.remove(groups.map((group) => group.key))
    const ids = [...new Set([...outcome.paragraphIds, ...outcome.removedIds])]
    changes.noteTouched([...ids, ...touchedBetween(confirmed.transcript, after).paragraphIds])
    if (isAsSent) {
      view.confirmed = confirmOwn(confirmed, outcome, after)
      changes.noteOwn(base, outcome)
    } else changes.noteCarried(ids)
    if (view.saved === 'failed') {
      view.saved = 'saving'
      this.#sendError = null
    }
    view.update()
  }

  /** Groups after a refused one are rebuilt without it. */
  #refuse([first, ...others]: readonly PendingGroup[], error: WireError): void {
    if (first === undefined) return
    this.#sendsAlone = true
    if (others.length > 0) return
    const { view, pending, unsent } = this.#parts
    pending.dropFirst()
    this.#refused = [...this.#refused, setAside(unsent, first, error)]
    view.takeConfirmed({ ...view.confirmed })
    view.notify()
  }

  async #runRequest(request: StudioRequest): Promise<void> {
    const { calls, view, changes } = this.#parts
    try {
      const outcome = await request.run()
      if (outcome !== null) {
        const ids = changes.takeWithRequest(outcome, view.confirmed.editNumber)
        this.#take(await calls.update(view.confirmed.transcript, ids, this.#since()))
      }
      this.#requests = this.#requests.slice(1)
      request.resolve()
    } catch (error) {
      // The studio may have done it although the answer was lost.
      changes.wantWhole()
      if (!(error instanceof CallFailed) || error.error.code === 'connection.lost') throw error
      this.#requests = this.#requests.slice(1)
      request.reject(error)
    }
  }

  /** Returns false if nothing has to be fetched. */
  async #fetchChanges(): Promise<boolean> {
    const { calls, view, changes } = this.#parts
    const taken = changes.take()
    if (taken === null) return false
    const { wanted, giveBack } = taken
    const known = view.confirmed.transcript
    const since = this.#since()
    try {
      this.#take(await (wanted === 'whole' ? calls.whole(known, since) : calls.update(known, wanted, since)))
    } catch (error) {
      giveBack()
      throw error
    }
    return true
  }

  #since(): number {
    const { pending, view } = this.#parts
    return Math.min(pending.oldestBase ?? Infinity, view.confirmed.editNumber)
  }

  #take(next: ConfirmedState): void {
    const { pending, unsent, view } = this.#parts
    unsent.remove(pending.dropApplied(next.editIds).map((group) => group.key))
    view.takeConfirmed(next)
  }

  #noteAllSaved(): void {
    const { view, pending } = this.#parts
    if (!pending.isEmpty || this.#expected > 0) return
    this.#sendsAlone = false
    this.#isDue = false
    view.saved = 'saved'
    this.#sendError = null
    const waiting = this.#flushing
    this.#flushing = []
    for (const { resolve } of waiting) resolve()
    view.update()
  }

  /** Keeps the edits for another attempt and rejects pending requests with the error. */
  #fail(error: unknown): void {
    const { view, pending, changes } = this.#parts
    const waiting = [...this.#flushing, ...this.#requests]
    this.#flushing = []
    this.#requests = []
    for (const each of waiting) each.reject(error)
    if (!(error instanceof CallFailed) && waiting.length === 0) console.error(error)
    if (!pending.isEmpty) {
      view.saved = 'failed'
      this.#sendError = error instanceof CallFailed ? error.error : null
    }
    view.update()
    if (this.#isClosed) this.#end()
    if (this.#isClosed || (pending.isEmpty && changes.isEmpty)) return
    this.#isDue = true
    const wait = RETRY_AFTER_MS[Math.min(this.#tries, RETRY_AFTER_MS.length - 1)]
    this.#tries += 1
    this.#retryTimer = setTimeout(() => void this.run(), wait)
  }

  #end(): void {
    clearTimeout(this.#sendTimer)
    clearTimeout(this.#retryTimer)
    this.#parts.onEnd()
  }
}

/** Stores edits refused by the studio to show them to the user. */
export function setAside(unsent: UnsentEdits, group: EditGroup, error: WireError): RefusedEdits {
  const { key, order, edits, stepId, baseNumber } = group
  const refused = { group: { key, order, edits, stepId, baseNumber }, error }
  unsent.setAside(refused)
  return refused
}
