import type { WireError } from '#contracts/errors'
import { applyEdits } from '#core/edits/apply-edits'
import type { Edit } from '#core/edits/edit'
import type { EditLimits } from '#core/edits/times'
import { CallFailed } from '../rpc/call-failed.ts'
import type { StudioClient } from '../rpc/studio-client.ts'
import { EditSender, setAside } from './edit-sender.ts'
import { PendingEdits, slicesOf } from './pending-edits.ts'
import { isRefusal, type RefusedEdits } from './refused-edits.ts'
import { type SessionCalls, sessionCalls } from './session-calls.ts'
import { SessionView } from './session-view.ts'
import { StudioChanges } from './studio-changes.ts'
import type { TranscriptSession } from './transcript-session.ts'
import { undoSteps } from './undo-steps.ts'
import type { EditGroup } from './edit-group.ts'
import { unsentEdits, type UnsentEdits } from './unsent-edits.ts'

/** Read by the edits of a session whenever they are applied. */
type ChangingLimits = { -readonly [Name in keyof EditLimits]: EditLimits[Name] }

export interface OpenSession extends TranscriptSession {
  /** Why edits are not saved yet; null if there is no error. */
  readonly sendError: WireError | null
  /** Edits that the studio refused permanently, oldest first; kept across reloads until `dismissRefused`. */
  readonly refused: readonly RefusedEdits[]
  dismissRefused(refused: readonly RefusedEdits[]): void
  /** Duration of the recording, which may become known later; no word ends after it. Null if unknown. */
  setDuration(durationMs: number | null): void
}

export interface SessionOptions {
  readonly unsent?: UnsentEdits
  /** Prefix of every id created by this window. */
  readonly windowId?: string
}

/** Opens a transcript. Rejects with CallFailed if the studio cannot provide it. */
export async function openSession(
  client: StudioClient,
  transcriptId: string,
  options: SessionOptions = {},
): Promise<OpenSession> {
  const calls = sessionCalls(client, transcriptId)
  const windowId = options.windowId ?? crypto.randomUUID().slice(0, 13)
  const unsent = options.unsent ?? unsentEdits(localStorage, transcriptId)
  const limits: ChangingLimits = {}
  const changes = new StudioChanges(transcriptId)
  const pending = new PendingEdits(limits)
  let sender: EditSender | null = null
  // Events that arrive before the state are recorded, because the state may be older.
  const stopEvents = client.onEvent((event) => {
    if (changes.noteEvent(event)) void sender?.run()
  })
  const stopConnection = client.onConnection((state) => {
    if (state === 'connected') void sender?.run()
  })
  const stopListening = (): void => {
    stopEvents()
    stopConnection()
  }
  try {
    // Edits left by an earlier window are sent first, so that the first state shown includes them.
    const { left, sendError } = await sendLeft(calls, unsent)
    const confirmed = await calls.whole(null)
    pending.restore(left, confirmed)
    changes.followMoments(confirmed.transcript.recordingId)
    const view = new SessionView(confirmed, pending, left.length > 0 ? 'failed' : 'saved')
    sender = new EditSender({ calls, view, pending, changes, unsent, onEnd: stopListening }, sendError)
    void sender.run()
    return makeSession({ transcriptId, windowId, limits, calls, view, pending, sender, unsent })
  } catch (error) {
    stopListening()
    throw error
  }
}

/** Sends edits left by an earlier window. `left`: those that cannot be sent now although the studio is reachable. */
async function sendLeft(
  calls: SessionCalls,
  unsent: UnsentEdits,
): Promise<{ readonly left: readonly EditGroup[]; readonly sendError: WireError | null }> {
  const left = unsent.left()
  while (left[0] !== undefined) {
    try {
      await calls.edit([left[0]])
    } catch (error) {
      if (!(error instanceof CallFailed) || error.error.code === 'connection.lost') throw error
      // The studio's disk may be full.
      if (!isRefusal(error.error, 0)) return { left, sendError: error.error }
      setAside(unsent, left[0], error.error)
    }
    unsent.remove([left[0].key])
    left.shift()
  }
  return { left, sendError: null }
}

interface SessionParts {
  readonly transcriptId: string
  readonly windowId: string
  readonly limits: ChangingLimits
  readonly calls: SessionCalls
  readonly view: SessionView
  readonly pending: PendingEdits
  readonly sender: EditSender
  readonly unsent: UnsentEdits
}

function makeSession(parts: SessionParts): OpenSession {
  const { transcriptId, windowId, limits, calls, view, pending, sender, unsent } = parts
  const steps = undoSteps()
  /** Counter for ids and for the order of edits and requests in this window. */
  let made = 0

  function nextOrder(): number {
    made += 1
    return made
  }

  function newId(): string {
    return `${windowId}-${nextOrder()}`
  }

  function makeGroups(edits: readonly Edit[], stepId: string): EditGroup[] {
    return slicesOf(edits).map((slice) => {
      const order = nextOrder()
      const key = `${windowId}.${String(order).padStart(9, '0')}`
      return { key, order, edits: slice, stepId, baseNumber: view.confirmed.editNumber }
    })
  }

  function request(run: Parameters<EditSender['request']>[1]): Promise<void> {
    steps.end()
    return sender.request(nextOrder(), run)
  }

  return {
    transcriptId,
    limits,
    get state() {
      return view.state
    },
    get sendError() {
      return sender.sendError
    },
    get refused() {
      return sender.refused
    },
    dismissRefused: (refused) => sender.dismissRefused(refused),
    setDuration(durationMs) {
      if (durationMs === null) delete limits.durationMs
      else limits.durationMs = durationMs
    },
    subscribe: (listener) => view.subscribe(listener),
    onChange: (listener) => view.onChange(listener),
    newId,
    apply(edits, { origin, stepId, after } = {}) {
      if (edits.length === 0) return
      const { transcript } = view.state
      const next = after ?? applyEdits(transcript, edits, limits).transcript
      const groups = makeGroups(edits, steps.stepOf(edits, transcript, next, performance.now(), stepId))
      pending.add(groups, transcript, next)
      for (const group of groups) unsent.put(group)
      if (view.saved === 'saved') view.saved = 'saving'
      view.show(next, origin)
      view.update()
      sender.sendSoon()
    },
    endStep: () => steps.end(),
    undo: () => request(() => calls.takeBack('undo', newId())),
    redo: () => request(() => calls.takeBack('redo', newId())),
    inOrder: (work) =>
      new Promise((resolve, reject) => {
        // Requested in order without waiting: the studio processes them one by one.
        request(() => {
          work().then(() => resolve(), reject)
          return Promise.resolve(null)
        }).catch(reject)
      }),
    recount: (speakers) => request(() => calls.recount(newId(), speakers)),
    expectMore: () => sender.expectMore(),
    flush: () => sender.flush(),
    close() {
      view.close()
      sender.close()
    },
  }
}
