import Database from 'better-sqlite3'
import path from 'node:path'
import type { SampleSpan } from '#core/windows/windows'

/** The exact spans that a run passed to the engine, from its library. */
export interface FinishedWork {
  readonly windows: readonly SampleSpan[]
  readonly pieces: readonly (readonly SampleSpan[])[]
  /** The settings' hash of the decode. */
  readonly decodes: readonly (SampleSpan & { readonly settings: string })[]
}

/** Reads the checkpoints of a library with one recording. `windows` are those of both passes. */
export function readFinishedWork(data: string): FinishedWork {
  const database = new Database(path.join(data, 'library.db'), { readonly: true })
  try {
    const rows = database.prepare<[], { kind: string; key: string }>('SELECT kind, key FROM chunks').all()
    const of = (...kinds: string[]) =>
      rows.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => spansOfKey(key))
    return {
      windows: of('region-window', 'speaker-window').flat().sort(byStart),
      pieces: of('piece').sort(([a], [b]) => (a?.startSample ?? 0) - (b?.startSample ?? 0)),
      decodes: rows
        .filter(({ kind }) => kind === 'words')
        .flatMap(({ key }) => spansOfKey(key).map((span) => ({ ...span, settings: key.split(':')[3] ?? '' })))
        .sort(byStart),
    }
  } finally {
    database.close()
  }
}

/** A key is `sound:place:model[:settings]`, a place `start+count[,start+count…]` in samples. */
export function spansOfKey(key: string): SampleSpan[] {
  const place = key.split(':')[1] ?? ''
  return place.split(',').map((span) => {
    const [startSample, sampleCount] = span.split('+').map(Number)
    if (!Number.isInteger(startSample) || !Number.isInteger(sampleCount)) {
      throw new Error(`not a checkpoint's place: "${place}"`)
    }
    return { startSample: startSample as number, sampleCount: sampleCount as number }
  })
}

const byStart = (a: SampleSpan, b: SampleSpan): number => a.startSample - b.startSample
