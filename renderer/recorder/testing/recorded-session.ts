import { vi } from 'vitest'
import { FRAMES_PER_MS } from '#core/recording/block'
import { createSteadyClock } from '#core/recording/steady-clock'
import { RecordingSession } from '../running/recording-session.ts'
import type { SessionEnd, SessionOptions } from '../running/session-options.ts'
import type { PauseNote } from '../sending/kept-block.ts'
import { memoryStorage } from './memory-shelf.ts'
import type { ModelStudio } from './model-studio.ts'

export const BLOCK_MS = 80
export const BLOCK_FRAMES = FRAMES_PER_MS * BLOCK_MS
const OF_A_PAUSE = -1

/** A session of one source without callbacks; only with fake timers. */
export function sessionOptions(
  studio: Pick<SessionOptions, 'studio' | 'connect'>,
  changes: Partial<SessionOptions> = {},
): SessionOptions {
  const now = (): number => Date.now()
  return {
    ...studio,
    language: () => 'en',
    clock: createSteadyClock(now, now),
    storage: null,
    options: {
      title: 'Talk',
      language: 'auto',
      people: null,
      type: 'meeting',
      sources: [{ name: 'Me', role: 'microphone', device: 'mic' }],
      consent: null,
    },
    startedAtMs: now(),
    runningId: null,
    library: null,
    inputs: [0],
    nextSequences: [0],
    run: 1,
    onTaken: () => undefined,
    onPart: () => undefined,
    onConnected: () => undefined,
    onSafe: () => undefined,
    onDiskLow: () => undefined,
    onMissing: () => undefined,
    onFailing: () => undefined,
    onError: () => undefined,
    ...changes,
  }
}

/** A page that starts recording with this studio; time advances with its sound. Only with fake timers. */
export async function recordingPage(studio: ModelStudio) {
  const storage = memoryStorage()
  const startedAtMs = Date.now()
  const page = {
    session: new RecordingSession(
      sessionOptions({ studio: studio.client, connect: studio.connect }, { storage }),
    ),
    /** Number of blocks captured so far, without those in pauses. */
    captured: 0,
    pauses: [] as PauseNote[],
    end: null as SessionEnd | null,
    /** Numbers of the blocks stored by the browser. */
    stored: () => [...storage.files.values()].flat().map(({ sequence }) => sequence),
    get isPaused(): boolean {
      return page.pauses.at(-1)?.kind === 'pause'
    },
    /** A block whose samples are its number, from 1; those in pauses have none. */
    async sound(): Promise<void> {
      await vi.advanceTimersByTimeAsync(BLOCK_MS)
      page.session.take({
        input: 0,
        firstFrame: (Date.now() - startedAtMs) * FRAMES_PER_MS - BLOCK_FRAMES,
        endWallMs: Date.now(),
        samples: new Int16Array(BLOCK_FRAMES).fill(page.isPaused ? OF_A_PAUSE : page.captured + 1),
        peak: 1,
        clipped: 0,
      })
      if (!page.isPaused) page.captured += 1
    },
    turn(): void {
      const note: PauseNote = { kind: page.isPaused ? 'resume' : 'pause', atMs: Date.now() }
      page.session[note.kind](note.atMs)
      page.pauses.push(note)
    },
    stop: () => page.session.stop(Date.now()),
  }
  void page.session.ended.then((end) => (page.end = end))
  page.session.begin()
  await vi.advanceTimersByTimeAsync(0)
  return page
}
