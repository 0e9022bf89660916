import type { DiarizedTurn, DiarizationInput } from '../diarize.ts'
import { makePieces } from '../pieces.ts'
import { stitch } from '../../windows/stitch.ts'
import { toUnit } from '../vectors.ts'
import { type SegmentedWindow, localSegments, planWindows } from '../../windows/windows.ts'
import conversationEn from './conversation-en.golden.json' with { type: 'json' }
import twoVoices8s from './two-voices-8s-en.golden.json' with { type: 'json' }

/** Segments of one window in seconds, as returned by the segmentation model. */
type RawWindow = readonly { readonly start: number; readonly end: number; readonly speaker: number }[]

/** Model output for a recording, and the results of the measured reference; see the README.md in this folder. */
export interface Golden {
  readonly name: string
  readonly sampleCount: number
  /** Windows of the original sound, and of the lifted sound. */
  readonly raw: { readonly plain: readonly RawWindow[]; readonly lifted: readonly RawWindow[] }
  /** Unit vectors, int16 in base64; null where a piece is too short. */
  readonly embeddings: readonly (string | null)[]
  readonly reference: {
    /** By the requested count; null is automatic. */
    readonly turns: readonly { readonly speakers: number | null; readonly turns: readonly DiarizedTurn[] }[]
    readonly regions: readonly {
      readonly startSample: number
      readonly endSample: number
      readonly localSpeaker: number
    }[]
    readonly chunks: readonly {
      readonly limits: { oneSpeakerSeconds: number; mixedSeconds: number; joinSeconds: number }
      readonly chunks: readonly {
        startSample: number
        endSample: number
        localSpeaker: number
        regions: number[][]
      }[]
    }[]
  }
}

export const goldens: readonly Golden[] = [twoVoices8s, conversationEn]

export function goldenWindows(golden: Golden, kind: 'plain' | 'lifted'): SegmentedWindow[] {
  return planWindows({ startSample: 0, endSample: golden.sampleCount }).map(({ startSample }, index) => ({
    startSample,
    segments: localSegments(golden.raw[kind][index] ?? [], golden.sampleCount - startSample),
  }))
}

export function goldenResults(golden: Golden): Omit<DiarizationInput, 'speakers'> {
  const windows = goldenWindows(golden, 'plain')
  const pieces = makePieces(stitch(windows, golden.sampleCount))
  const embeddings = golden.embeddings.map((encoded) => (encoded === null ? null : decodeEmbedding(encoded)))
  return { windows, pieces, embeddings, sampleCount: golden.sampleCount }
}

export function decodeEmbedding(encoded: string): Float32Array {
  const bytes = Buffer.from(encoded, 'base64')
  const values = Float64Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readInt16LE(2 * index))
  return Float32Array.from(toUnit(values))
}
