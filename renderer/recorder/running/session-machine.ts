/**
 * Where a recording of this page is, from Record until all of its sound is on disk. What is captured is kept in every
 * state but the last two; the states that begin with `ending` take no more sound.
 */
export type SessionState =
  /** The studio is asked for a recording. */
  | 'starting'
  /** It has one; the channel for sound is not there yet, or away. */
  | 'attaching'
  | 'recording'
  /** As above, after Stop: what is kept still needs a recording. */
  | 'ending-starting'
  | 'ending-attaching'
  /** The studio is given the last sound. */
  | 'ending-settling'
  /** It is asked to stop. */
  | 'ending-stopping'
  /** All that was captured is on disk. */
  | 'ended'
  /** What could not be stored stays in the browser, and is given again later. */
  | 'kept'

/** `keptMs`: sound that the page keeps, which no disk has acknowledged. */
export type SessionEvent =
  | { readonly kind: 'started' }
  /** `isFinal`: asking again would not help now. `isFirst`: nothing was recorded before. */
  | { readonly kind: 'start-failed'; readonly isFinal: boolean; readonly isFirst: boolean }
  | { readonly kind: 'attached' }
  | { readonly kind: 'lost' }
  /** The studio does not write this recording any more, and takes no sound for it. */
  | { readonly kind: 'unknown'; readonly keptMs: number }
  /** It was stopped by somebody else, or by a full disk, or as this page asked. */
  | { readonly kind: 'stopped'; readonly keptMs: number }
  /** The person pressed Stop. */
  | { readonly kind: 'stop' }
  /** The studio has everything up to Stop. */
  | { readonly kind: 'settled' }
  | { readonly kind: 'stop-failed' }
  /** A page that only gives what an earlier one had kept is done; the recording goes on. */
  | { readonly kind: 'delivered' }

export type SessionEffect =
  | 'start'
  | 'start-later'
  | 'attach'
  | 'detach'
  /** No sound from the time of Stop on. */
  | 'end-sound'
  | 'settle'
  | 'call-stop'
  /** Nothing is kept any more. */
  | 'finish'
  | 'keep'
  /** Nothing was recorded, and nothing is. */
  | 'fail'

export interface SessionStep {
  readonly state: SessionState
  readonly effects: readonly SessionEffect[]
}

/** Shorter sound that is left over when somebody else stops is the last block under way, and no recording of its own. */
export const LEAST_PART_MS = 500

type Handlers = {
  readonly [Kind in SessionEvent['kind']]?: (event: Extract<SessionEvent, { kind: Kind }>) => SessionStep
}

const to =
  (state: SessionState, ...effects: readonly SessionEffect[]) =>
  (): SessionStep => ({ state, effects })

const failed = to('ended', 'fail')
/** What is left over when no recording takes it becomes one of its own, and nothing is added to it. */
const leftOver =
  (...effects: readonly SessionEffect[]) =>
  ({ keptMs }: { readonly keptMs: number }): SessionStep =>
    keptMs >= LEAST_PART_MS
      ? { state: 'ending-starting', effects: [...effects, 'detach', 'start'] }
      : { state: 'ended', effects: [...effects, 'detach', 'finish'] }
const left = leftOver()
const stoppedByOthers = leftOver('end-sound')

/** What each state does with each event; an event that is not named changes nothing. */
const transitions: Readonly<Record<SessionState, Handlers>> = {
  starting: {
    started: to('attaching', 'attach'),
    'start-failed': ({ isFinal, isFirst }) =>
      isFinal && isFirst ? failed() : { state: 'starting', effects: ['start-later'] },
    stop: to('ending-starting', 'end-sound'),
  },
  attaching: {
    attached: to('recording'),
    unknown: to('starting', 'detach', 'start'),
    stopped: stoppedByOthers,
    stop: to('ending-attaching', 'end-sound'),
  },
  recording: {
    lost: to('attaching'),
    unknown: to('starting', 'detach', 'start'),
    stopped: stoppedByOthers,
    stop: to('ending-settling', 'end-sound', 'settle'),
    delivered: to('ended', 'detach', 'finish'),
  },
  'ending-starting': {
    started: to('ending-attaching', 'attach'),
    'start-failed': ({ isFinal }) =>
      isFinal ? { state: 'kept', effects: ['keep'] } : { state: 'ending-starting', effects: ['start-later'] },
  },
  'ending-attaching': {
    attached: to('ending-settling', 'settle'),
    unknown: left,
    stopped: left,
  },
  'ending-settling': {
    settled: to('ending-stopping', 'call-stop'),
    lost: to('ending-attaching'),
    unknown: left,
    stopped: left,
  },
  'ending-stopping': {
    stopped: left,
    unknown: left,
    'stop-failed': to('ending-attaching', 'attach'),
  },
  ended: {},
  kept: {},
}

export function nextStep(state: SessionState, event: SessionEvent): SessionStep {
  const handle = transitions[state][event.kind] as ((event: SessionEvent) => SessionStep) | undefined
  return handle?.(event) ?? { state, effects: [] }
}

/** No more sound is taken: Stop was pressed, or somebody else stopped. */
export const isEnding = (state: SessionState): boolean =>
  state.startsWith('ending') || state === 'ended' || state === 'kept'

export const isOver = (state: SessionState): boolean => state === 'ended' || state === 'kept'
