import type { EditOutcome, HistoryLabel } from '#contracts/calls/transcripts'
import type { WireError } from '#contracts/errors'
import { applyEdits } from '#core/edits/apply-edits'
import type { Edit } from '#core/edits/edit'
import { historyKindOf } from '#core/edits/history/history-kind'
import type { EditLimits } from '#core/edits/times'
import { touchedBetween } from '#core/edits/touched'
import type { Transcript } from '#core/transcript/transcript'
import { CallFailed } from '../rpc/call-failed.ts'
import type { StudioClient } from '../rpc/studio-client.ts'
import type { SavedState, SessionChange, SessionState, TranscriptSession } from './transcript-session.ts'
import { confirmOwn, type ConfirmedState } from './confirmed-state.ts'
import { reapply, withStates, type PendingGroup } from './pending-edits.ts'
import { recentParagraphs } from './recent-paragraphs.ts'
import { isRefusal, type RefusedEdits } from './refused-edits.ts'
import { mostEditsInACall, sessionCalls, weightOf } from './session-calls.ts'
import { stalePart, type StalePart } from './stale-paragraphs.ts'
import { undoSteps } from './undo-steps.ts'
import { unsentEdits, type EditGroup, type UnsentEdits } from './unsent-edits.ts'

export interface OpenSession extends TranscriptSession {
  /** Why what was typed is not kept yet; null while all is well. */
  readonly trouble: WireError | null
  /** What the studio will never take, oldest first; kept over reloads until `putAway`. */
  readonly refused: readonly RefusedEdits[]
  putAway(refused: readonly RefusedEdits[]): void
}

export interface SessionOptions {
  /** Of the recording: no word is timed after its end. */
  readonly durationMs?: number | null
  readonly unsent?: UnsentEdits
  /** Starts every id that this window gives. */
  readonly windowId?: string
}

// What is typed leaves the page well within the 300 ms that a crash of the machine may cost.
const sendAfterMs = 200
const retryAfterMs = [500, 1_000, 2_000, 4_000, 8_000] as const

// No event comes this late while the connection stands.
const eventsLateMs = 60_000

/** An undo, a redo, a recount: what the studio does, in its place among the edits. */
interface Errand {
  readonly order: number
  readonly run: () => Promise<EditOutcome | null>
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** Opens a transcript. Rejects with CallFailed where the studio cannot give it. */
export async function openSession(
  client: StudioClient,
  transcriptId: string,
  options: SessionOptions = {},
): Promise<OpenSession> {
  const calls = sessionCalls(client, transcriptId)
  const windowId = options.windowId ?? crypto.randomUUID().slice(0, 13)
  const unsent = options.unsent ?? unsentEdits(localStorage, transcriptId)
  const limits: EditLimits = typeof options.durationMs === 'number' ? { durationMs: options.durationMs } : {}
  const steps = undoSteps()
  const listeners = new Set<() => void>()
  const changeListeners = new Set<(change: SessionChange) => void>()

  const stale: StalePart[] = []
  let needsWhole = false
  const stopEvents = client.onEvent((event) => {
    const part = event.kind === 'events-missed' ? null : stalePart(event, transcriptId)
    if (event.kind === 'events-missed') needsWhole = true
    else if (part === null || (part.number !== null && ownNumbers.has(part.number))) return
    else stale.push(part)
    void pump()
  })
  const stopConnection = client.onConnection((state) => {
    if (state === 'connected') void pump()
  })

  /** Numbers of edits that the page knows to hold already. */
  const ownNumbers = new Set<number>()
  /** Of own edits: an event may come later than the answer to an edit that was made on what it tells of. */
  const own = recentParagraphs(eventsLateMs)
  let pending: PendingGroup[] = []
  const errands: Errand[] = []
  let made = 0
  let due = false
  /** Who has more edits of one change to give. */
  let expected = 0
  let flushing: { resolve: () => void; reject: (error: unknown) => void }[] = []
  let saved: SavedState = 'saved'
  let trouble: WireError | null = null
  let refused: readonly RefusedEdits[] = unsent.refused()
  /** Of several groups sent at once one was refused: which, is found by sending each alone. */
  let sendsAlone = false
  let tries = 0
  let sendTimer: ReturnType<typeof setTimeout> | undefined
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let pumping = false
  let calledAgain = false
  let closed = false
  let isOpen = false

  let confirmed: ConfirmedState
  let current: Transcript
  let state: SessionState
  try {
    // What an earlier window could not send comes first: the state that is shown has it then.
    const left = await sendLeft()
    confirmed = await calls.whole(null)
    pending = reapply(left, confirmed.transcript, confirmed.editNumber, limits)
    current = pending.at(-1)?.after() ?? confirmed.transcript
    due = left.length > 0
    saved = left.length > 0 ? 'failed' : 'saved'
    state = makeState()
    isOpen = true
  } catch (error) {
    stopEvents()
    stopConnection()
    throw error
  }

  /** What could not be sent now either, though the studio is there: its disk may be full. */
  async function sendLeft(): Promise<EditGroup[]> {
    const left = unsent.left()
    while (left[0] !== undefined) {
      try {
        await calls.edit([left[0]])
      } catch (error) {
        if (!(error instanceof CallFailed) || error.error.code === 'connection.lost') throw error
        if (!isRefusal(error.error, 0)) {
          trouble = error.error
          return left
        }
        setAside(left[0], error.error)
      }
      unsent.remove([left[0].key])
      left.shift()
    }
    return left
  }

  function makeState(): SessionState {
    const last = pending.at(-1)
    const first = last && pending.find((group) => group.stepId === last.stepId)
    const undo = last && first ? { stepId: last.stepId, kind: kindOfStep(first) } : confirmed.undo
    return {
      transcript: current,
      editNumber: confirmed.editNumber,
      running: confirmed.running,
      saved,
      undo: isOpen && sameLabel(undo, state.undo) ? state.undo : undo,
      redo: last ? null : confirmed.redo,
    }
  }

  function tell(): void {
    const next = makeState()
    const isSame = (Object.keys(next) as (keyof SessionState)[]).every((key) => next[key] === state[key])
    if (isSame) return
    state = next
    for (const listener of listeners) listener()
  }

  function show(next: Transcript, origin: unknown): void {
    const before = current
    const touched = touchedBetween(before, next)
    const isSame =
      before.paragraphs === next.paragraphs && !touched.speakers && !touched.turns && !touched.marks
    if (isSame) return
    current = next
    // The state is new before anybody is told of the change.
    state = makeState()
    for (const listener of changeListeners) listener({ before, after: next, touched, origin })
    for (const listener of listeners) listener()
  }

  /** The studio's state is this now; what is not yet sent comes on top of it. */
  function take(next: ConfirmedState): void {
    confirmed = next
    pending = reapply(pending, next.transcript, next.editNumber, limits)
    show(pending.at(-1)?.after() ?? next.transcript, 'studio')
    tell()
  }

  async function pump(): Promise<void> {
    calledAgain = true
    if (pumping || !isOpen) return
    pumping = true
    clearTimeout(retryTimer)
    try {
      while (calledAgain) {
        calledAgain = false
        while (await step()) tries = 0
      }
    } catch (error) {
      fail(error)
    } finally {
      pumping = false
    }
    if (closed && pending.length === 0) release()
  }

  /** One call. False where there is nothing to do now. */
  async function step(): Promise<boolean> {
    const [errand] = errands
    const isTold = due || flushing.length > 0 || errand !== undefined || closed
    if (isTold && groupsToSend().length > 0) await sendGroups()
    else if (errand !== undefined) await runErrand(errand)
    else if (needsWhole) {
      needsWhole = false
      stale.length = 0
      await calls.whole(confirmed.transcript).then(take, (error: unknown) => {
        needsWhole = true
        throw error
      })
    } else if (stale.length > 0) {
      const parts = stale.splice(0)
      await calls
        .update(confirmed.transcript, new Set([...parts.flatMap((part) => part.paragraphIds), ...own.ids()]))
        .then(take, (error: unknown) => {
          stale.unshift(...parts)
          throw error
        })
    } else {
      settle()
      return false
    }
    return true
  }

  function setAside(group: EditGroup, error: WireError): void {
    const { key, order, edits, stepId, baseNumber } = group
    const aside = { group: { key, order, edits, stepId, baseNumber }, error }
    unsent.setAside(aside)
    refused = [...refused, aside]
  }

  /** What came after it is made again without it, as if it had not been. */
  function refuse(groups: readonly PendingGroup[], error: WireError): void {
    const [first, ...others] = groups
    if (first === undefined) return
    sendsAlone = true
    if (others.length > 0) return
    setAside(first, error)
    take({ ...confirmed })
    for (const listener of listeners) listener()
  }

  function settle(): void {
    if (pending.length > 0 || expected > 0) return
    sendsAlone = false
    due = false
    saved = 'saved'
    trouble = null
    for (const waiting of flushing.splice(0)) waiting.resolve()
    tell()
  }

  async function sendGroups(): Promise<void> {
    const groups = groupsToSend()
    let outcome: EditOutcome
    try {
      outcome = await calls.edit(groups)
    } catch (error) {
      // Nobody knows whether it arrived: once it is sent again, the state is asked for whole.
      needsWhole = true
      pending = pending.map((group, index) => (index < groups.length ? { ...group, tried: true } : group))
      if (!(error instanceof CallFailed) || !isRefusal(error.error, tries)) throw error
      if (groups.length === 1) pending = pending.slice(1)
      refuse(groups, error.error)
      return
    }
    const edits = groups.reduce((count, group) => count + group.edits.length, 0)
    const base = groups[0]?.baseNumber ?? 0
    const isClean =
      outcome.asSent &&
      outcome.refused.length === 0 &&
      base === confirmed.editNumber &&
      outcome.editNumber === base + edits
    const after = groups.at(-1)?.after() ?? confirmed.transcript
    if (isClean) for (let number = base + 1; number <= outcome.editNumber; number += 1) ownNumbers.add(number)
    const kept = pending.slice(groups.length)
    pending = isClean
      ? kept.map((group) =>
          group.baseNumber === base ? { ...group, baseNumber: outcome.editNumber } : group,
        )
      : kept
    unsent.remove(groups.map((group) => group.key))
    const ids = new Set([...outcome.paragraphIds, ...outcome.removedIds])
    own.add([...ids, ...touchedBetween(confirmed.transcript, after).paragraphIds])
    if (isClean) {
      confirmed = confirmOwn(confirmed, outcome, after)
      dropOwn()
    } else stale.push({ number: null, paragraphIds: [...ids] })
    if (saved === 'failed') {
      saved = 'saving'
      trouble = null
    }
    tell()
  }

  /** Groups at the head that belong to one step, and were made before the next errand. */
  function groupsToSend(): PendingGroup[] {
    const [first] = pending
    const before = errands[0]?.order ?? Infinity
    let edits = 0
    let count = 0
    for (const group of pending) {
      for (const edit of group.edits) edits += weightOf(edit)
      const belongs = group.stepId === first?.stepId && group.baseNumber === first.baseNumber
      const isFull = sendsAlone || !belongs || edits > mostEditsInACall
      if (group.order > before || (count > 0 && isFull)) break
      count += 1
    }
    return pending.slice(0, count)
  }

  function dropOwn(): void {
    const others = stale.filter((part) => part.number === null || !ownNumbers.has(part.number))
    stale.splice(0, stale.length, ...others)
  }

  async function runErrand(errand: Errand): Promise<void> {
    try {
      const outcome = await errand.run()
      if (outcome !== null) {
        const ids = new Set([...outcome.paragraphIds, ...outcome.removedIds])
        for (const part of stale.splice(0)) for (const id of part.paragraphIds) ids.add(id)
        for (const id of own.ids()) ids.add(id)
        if (outcome.editNumber === confirmed.editNumber + 1) ownNumbers.add(outcome.editNumber)
        take(await calls.update(confirmed.transcript, ids))
      }
      errands.shift()
      errand.resolve()
    } catch (error) {
      // It may have been done and not told.
      needsWhole = true
      if (!(error instanceof CallFailed) || error.error.code === 'connection.lost') throw error
      errands.shift()
      errand.reject(error)
    }
  }

  /** Edits stay and are sent again; whoever waits for an answer gets the error. */
  function fail(error: unknown): void {
    const waiting = [...flushing.splice(0), ...errands.splice(0)]
    for (const each of waiting) each.reject(error)
    if (!(error instanceof CallFailed) && waiting.length === 0) console.error(error)
    if (pending.length > 0) {
      saved = 'failed'
      trouble = error instanceof CallFailed ? error.error : null
    }
    tell()
    if (closed) release()
    if (closed || (pending.length === 0 && stale.length === 0 && !needsWhole)) return
    due = true
    const wait = retryAfterMs[Math.min(tries, retryAfterMs.length - 1)]
    tries += 1
    retryTimer = setTimeout(() => void pump(), wait)
  }

  function flush(): Promise<void> {
    if (pending.length === 0 && !pumping && expected === 0) return Promise.resolve()
    return new Promise((resolve, reject) => {
      flushing.push({ resolve, reject })
      void pump()
    })
  }

  function errandOf(run: Errand['run']): Promise<void> {
    steps.end()
    return new Promise((resolve, reject) => {
      made += 1
      errands.push({ order: made, run, resolve, reject })
      void pump()
    })
  }

  function newId(): string {
    made += 1
    return `${windowId}-${made}`
  }

  function release(): void {
    clearTimeout(sendTimer)
    clearTimeout(retryTimer)
    stopEvents()
    stopConnection()
  }

  void pump()
  return {
    transcriptId,
    limits,
    get state() {
      return state
    },
    get trouble() {
      return trouble
    },
    get refused() {
      return refused
    },
    putAway(away) {
      unsent.putAway(away.map(({ group }) => group.key))
      refused = refused.filter((each) => !away.includes(each))
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onChange(listener) {
      changeListeners.add(listener)
      return () => changeListeners.delete(listener)
    },
    newId,
    apply(edits, { origin, stepId, after = applyEdits(current, edits, limits).transcript } = {}) {
      if (edits.length === 0) return
      const stepOfThese = steps.stepOf(edits, current, after, performance.now(), stepId)
      const groups = slicesOf(edits, mostEditsInACall).map((slice): EditGroup => {
        made += 1
        const key = `${windowId}.${String(made).padStart(9, '0')}`
        return { key, order: made, edits: slice, stepId: stepOfThese, baseNumber: confirmed.editNumber }
      })
      pending = [...pending, ...withStates(groups, current, after, limits)]
      for (const group of groups) unsent.put(group)
      if (saved === 'saved') saved = 'saving'
      show(after, origin)
      tell()
      if (due || sendTimer !== undefined) return
      sendTimer = setTimeout(() => {
        sendTimer = undefined
        due = true
        void pump()
      }, sendAfterMs)
    },
    undo: () => errandOf(() => calls.takeBack('undo', newId())),
    redo: () => errandOf(() => calls.takeBack('redo', newId())),
    recount: (speakers) => errandOf(() => calls.recount(newId(), speakers)),
    expectMore() {
      expected += 1
      let isOver = false
      return () => {
        if (isOver) return
        isOver = true
        expected -= 1
        void pump()
      }
    },
    flush,
    close() {
      closed = true
      listeners.clear()
      changeListeners.clear()
      void pump()
    },
  }
}

/** What one call takes of many edits, in their order. */
function slicesOf(edits: readonly Edit[], most: number): (readonly Edit[])[] {
  const slices: Edit[][] = []
  let weight = Infinity
  for (const edit of edits) {
    weight += weightOf(edit)
    if (weight > most) {
      slices.push([])
      weight = weightOf(edit)
    }
    slices.at(-1)?.push(edit)
  }
  return slices
}

function kindOfStep({ edits: [edit] }: PendingGroup): string {
  return edit === undefined ? '' : historyKindOf(edit)
}

function sameLabel(a: HistoryLabel, b: HistoryLabel): boolean {
  return a?.stepId === b?.stepId && a?.kind === b?.kind
}
