import { spawn } from 'node:child_process'
import type { LiveLine, LiveState } from '#contracts/sound-wire'
import { blockToBytes } from '#core/recording/block-bytes'
import type { StartEngine } from '#studio/engine-link/engine-child'
import { forkEngine } from '#studio/engine-link/fork-engine'
import { openService } from '#studio/service'

const BLOCK_MS = 80
const FRAMES_PER_MS = 48

export interface LiveRunOptions {
  /** Sound of each source, 48 kHz, delivered in real time. */
  readonly sources: readonly Int16Array[]
  /** Number of processes that each keep a core busy. */
  readonly busyCores: number
  /** The engine is stopped (SIGSTOP) during this time, in ms of the recording; null: never. */
  readonly stopped: { readonly fromMs: number; readonly toMs: number } | null
}

export interface LiveRun {
  /** From each word's end to its text on the page, in ms; words are spread evenly over their line. */
  readonly delaysMs: readonly number[]
  readonly lines: readonly LiveLine[]
  readonly states: ReadonlySet<LiveState>
  /** The maximum time from capturing sound until the page was notified that it is on disk. */
  readonly longestUnsafeMs: number
  /** Difference between the length delivered and the recording's, in ms. */
  readonly missingMs: number
}

/** Records the given sound in a separate library, with text while recording. */
export async function runLive(folder: string, options: LiveRunOptions): Promise<LiveRun> {
  const { sources, busyCores, stopped } = options
  const pids = new Set<number>()
  const fork = forkEngine()
  const startEngine: StartEngine = (listener) => {
    const child = fork(listener)
    if (child.pid !== undefined) pids.add(child.pid)
    return child
  }
  const busy = Array.from({ length: busyCores }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  )
  const service = await openService(folder, { startEngine, onError: (error) => console.error(error) })
  try {
    const startMs = Date.now()
    const running = await service.recorder.start({
      title: 'Live text',
      language: 'en',
      people: null,
      type: 'meeting',
      sources: sources.map((_, source) => ({ name: `Source ${source}`, role: 'microphone', device: '' })),
      consent: null,
      liveText: true,
      atMs: startMs,
    })
    const delaysMs: number[] = []
    const lines: LiveLine[] = []
    const states = new Set<LiveState>()
    let longestUnsafeMs = 0
    let safeMs = 0
    const channel = service.openSoundChannel((message) => {
      const nowMs = Date.now() - startMs
      if (message.kind === 'safe') {
        // Sound that arrived right after the last acknowledgement has waited longest.
        longestUnsafeMs = Math.max(longestUnsafeMs, nowMs - safeMs)
        safeMs = Math.min(...message.sources.map(({ frames }) => frames / FRAMES_PER_MS))
      } else if (message.kind === 'live') {
        states.add(message.state)
        lines.push(...message.lines)
        for (const line of message.lines) delaysMs.push(...delaysOf(line, nowMs))
      }
    })
    channel.receive({ kind: 'attach', runningId: running.id, language: 'en' })
    const lengthMs = Math.floor(Math.min(...sources.map(({ length }) => length)) / FRAMES_PER_MS)
    let [isStopped, sequence] = [false, 0]
    for (; (sequence + 1) * BLOCK_MS <= lengthMs; sequence += 1) {
      const atMs = sequence * BLOCK_MS
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, startMs + atMs + BLOCK_MS - Date.now())))
      const isToStop = stopped !== null && atMs >= stopped.fromMs && atMs < stopped.toMs
      if (isToStop !== isStopped) for (const pid of pids) signal(pid, isToStop ? 'SIGSTOP' : 'SIGCONT')
      isStopped = isToStop
      for (const [source, sound] of sources.entries()) {
        const firstFrame = atMs * FRAMES_PER_MS
        const samples = sound.slice(firstFrame, firstFrame + BLOCK_MS * FRAMES_PER_MS)
        const block = { source, run: 0, sequence, firstFrame, atMs: startMs + atMs, samples }
        channel.receiveBytes(blockToBytes(block))
      }
    }
    await service.recorder.stop(running.id, startMs + sequence * BLOCK_MS, 'asked')
    const recording = await running.result
    const missingMs = sequence * BLOCK_MS - (recording?.durationMs ?? 0)
    return { delaysMs, lines, states, longestUnsafeMs, missingMs }
  } finally {
    for (const child of busy) child.kill()
    await service.close()
  }
}

function delaysOf({ startMs, endMs, text }: LiveLine, nowMs: number): number[] {
  const words = text?.split(' ').length ?? 0
  return Array.from({ length: words }, (_, n) => nowMs - (startMs + ((endMs - startMs) * (n + 1)) / words))
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    // One that has been restarted since.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
