import type { DoubtEvidence } from '#core/doubt/evidence'
import type { FoundDoubts } from '#core/doubt/doubts'
import type { Paragraph, Transcript } from '#core/transcript/transcript'
import type { FromDoubtWorker, ToDoubtWorker } from './doubt-messages.ts'

/** Searches for doubts while nobody types; calls `onFound` with each result. */
export interface DoubtFinder {
  setEvidence(evidence: DoubtEvidence): void
  /** Takes the current transcript. May be called often: only the newest one is searched. */
  look(transcript: Transcript): void
  close(): void
}

/** The part of the Worker interface used here. */
export interface DoubtWorker {
  postMessage(message: ToDoubtWorker): void
  onmessage: ((event: MessageEvent<FromDoubtWorker>) => void) | null
  terminate(): void
}

// Nothing is sent until typing has paused for this long.
const restMs = 600
// Sending a slice of this size takes 1 to 2 ms.
const sliceSize = 60

export function doubtFinder(worker: DoubtWorker, onFound: (doubts: FoundDoubts) => void): DoubtFinder {
  const sent = new Map<string, Paragraph>()
  let newest: Transcript | null = null
  let isBusy = false
  let timer: ReturnType<typeof setTimeout> | undefined
  worker.onmessage = ({ data }) => {
    isBusy = false
    onFound(data.doubts)
    if (newest !== null) wait()
  }
  const wait = (): void => {
    clearTimeout(timer)
    timer = setTimeout(start, restMs)
  }
  const start = (): void => {
    if (isBusy || newest === null) return
    const transcript = newest
    newest = null
    isBusy = true
    send(
      transcript,
      transcript.paragraphs.filter((paragraph) => sent.get(paragraph.id) !== paragraph),
    )
  }
  const send = (transcript: Transcript, changed: readonly Paragraph[]): void => {
    const slice = changed.slice(0, sliceSize)
    if (slice.length > 0) {
      worker.postMessage({ kind: 'paragraphs', paragraphs: slice })
      for (const paragraph of slice) sent.set(paragraph.id, paragraph)
      timer = setTimeout(() => send(transcript, changed.slice(sliceSize)))
      return
    }
    const { paragraphs, turns, marks, ...head } = transcript
    const order = paragraphs.map((paragraph) => paragraph.id)
    const present = new Set(order)
    for (const id of sent.keys()) if (!present.has(id)) sent.delete(id)
    worker.postMessage({ kind: 'look', head, order, turns, marks })
  }
  return {
    setEvidence: (evidence) => worker.postMessage({ kind: 'evidence', evidence }),
    look(transcript) {
      newest = transcript
      // A slice that is already being sent is not delayed.
      if (!isBusy) wait()
    },
    close() {
      clearTimeout(timer)
      worker.onmessage = null
      worker.terminate()
    },
  }
}

export function startDoubtWorker(): DoubtWorker {
  return new Worker(new URL('./doubt-worker.ts', import.meta.url), { type: 'module' })
}
