/**
 * State of this page's recording, from Record until all of its sound is on disk. Captured sound is kept in
 * every state but the last two; the states that begin with `ending` take no more sound.
 */
export type SessionState =
  /** A recording was requested from the studio. */
  | 'starting'
  /** It has a recording; the channel for sound is not open yet, or lost. */
  | 'attaching'
  | 'recording'
  /** As above, after Stop: kept sound still needs a recording. */
  | 'ending-starting'
  | 'ending-attaching'
  /** The last sound is being sent to the studio. */
  | 'ending-settling'
  /** The studio was asked to stop. */
  | 'ending-stopping'
  /** All captured sound is on disk. */
  | 'ended'
  /** What could not be stored stays in the browser, and is sent again later. */
  | 'kept'

/** `keptMs`: sound that the page keeps because no disk has acknowledged it. */
export type SessionEvent =
  | { readonly kind: 'started' }
  /** `isFinal`: repeating the request would not help now. `isFirst`: nothing was recorded before. */
  | { readonly kind: 'start-failed'; readonly isFinal: boolean; readonly isFirst: boolean }
  | { readonly kind: 'attached' }
  | { readonly kind: 'lost' }
  /** The studio no longer writes this recording, and takes no sound for it. */
  | { readonly kind: 'unknown'; readonly keptMs: number }
  /** It was stopped by somebody else, by a full disk, or as requested by this page. */
  | { readonly kind: 'stopped'; readonly keptMs: number }
  /** The person pressed Stop. */
  | { readonly kind: 'stop' }
  /** The studio has everything up to Stop. */
  | { readonly kind: 'settled' }
  | { readonly kind: 'stop-failed' }
  /** A page that only sends what an earlier one had kept is done; the recording continues. */
  | { readonly kind: 'delivered' }

export type SessionEffect =
  | 'start'
  | 'start-later'
  | 'attach'
  | 'detach'
  /** Ignore sound from the time of Stop on. */
  | 'end-sound'
  | 'settle'
  | 'call-stop'
  /** Nothing needs to be kept any more. */
  | 'finish'
  | 'keep'
  /** Nothing was recorded, and nothing will be. */
  | 'fail'

export interface SessionStep {
  readonly state: SessionState
  readonly effects: readonly SessionEffect[]
}

/** When somebody else stops, a shorter remainder is the last block in transit, not a recording of its own. */
export const MIN_PART_MS = 500

type Handlers = {
  readonly [Kind in SessionEvent['kind']]?: (event: Extract<SessionEvent, { kind: Kind }>) => SessionStep
}

const to =
  (state: SessionState, ...effects: readonly SessionEffect[]) =>
  (): SessionStep => ({ state, effects })

const failed = to('ended', 'fail')
/** A remainder that no recording takes becomes a recording of its own, and nothing is added to it. */
const leftOver =
  (...effects: readonly SessionEffect[]) =>
  ({ keptMs }: { readonly keptMs: number }): SessionStep =>
    keptMs >= MIN_PART_MS
      ? { state: 'ending-starting', effects: [...effects, 'detach', 'start'] }
      : { state: 'ended', effects: [...effects, 'detach', 'finish'] }
const left = leftOver()
const stoppedByOthers = leftOver('end-sound')

/** The reaction of each state to each event; unlisted events change nothing. */
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

/** No more sound is taken, because this page or somebody else stopped. */
export const isEnding = (state: SessionState): boolean =>
  state.startsWith('ending') || state === 'ended' || state === 'kept'

export const isOver = (state: SessionState): boolean => state === 'ended' || state === 'kept'
