import type { DocumentWithExtras } from '../formats/format.ts'
import { momentsOfCut } from './cut-chapters.ts'
import type { PartlyCutText } from './cut-marks.ts'
import { type KeptSpans, keptMs } from './kept-spans.ts'
import { transcriptOfCut } from './transcript-of-cut.ts'

/** What a document of the cut does not have as the whole one does, to be said. */
export interface CutNotes {
  /** Own wordings and translations of which some words are cut: their text may be too long. */
  readonly partlyCut: readonly PartlyCutText[]
  readonly cutMoments: number
  readonly joinedChapters: number
}

export interface DocumentOfCut {
  readonly document: DocumentWithExtras
  readonly notes: CutNotes
}

/**
 * The document of what is kept of its recording, in the cut's own time: without cut words, with capitals and commas as if
 * they had not been said. A caption may be shown over a join within a sentence, else it ends there. It says nothing of what
 * was cut.
 */
export function cutDocument(document: DocumentWithExtras, kept: KeptSpans): DocumentOfCut {
  const { recording } = document
  const { part: _part, captionsFrom: _source, extra: _extra, silences, ...others } = document
  const { cuts: _cuts, moments = [], ...facts } = recording
  const { transcript, partlyCut, clock, starts } = transcriptOfCut(document.transcript, kept)
  const { moments: kepts, ...notes } = momentsOfCut(moments, clock, starts)
  return {
    document: {
      ...others,
      cutOfMs: Math.round((kept.lengthSamples * 1_000) / kept.rate),
      recording: { ...facts, durationMs: keptMs(kept), ...(kepts.length === 0 ? {} : { moments: kepts }) },
      transcript,
      // Where sound is silent is asked of the sound; that words were redacted is still known.
      ...(silences === undefined ? {} : { silences: [] }),
    },
    notes: { partlyCut, ...notes },
  }
}
