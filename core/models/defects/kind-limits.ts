/** What a kind of recognizer must be spared, by the defects that were found in it (docs/models.md). */
export interface KindLimits {
  /** Longest chunks, in seconds; `oneSpeakerSeconds` with one speaker, `mixedSeconds` with several. */
  readonly chunks: {
    readonly oneSpeakerSeconds: number
    readonly mixedSeconds: number
    readonly joinSeconds: number
  }
  /** Silence put before each chunk, s: some kinds invent or drop words where sound begins at once. */
  readonly leadingSeconds: number
  /** Whether a language must be set: without one, the native code ends the process. */
  readonly isLanguageRequired: boolean
  /** Whether only greedy decoding is possible: another method ends the process. */
  readonly isGreedyOnly: boolean
}

const usual = { oneSpeakerSeconds: 30, mixedSeconds: 15, joinSeconds: 2 }
const none: KindLimits = {
  chunks: usual,
  leadingSeconds: 0,
  isLanguageRequired: false,
  isGreedyOnly: false,
}

const limits: Readonly<Partial<Record<string, Partial<KindLimits>>>> = {
  // Loses the second speaker of a chunk (24 of 64 trials), fails above 400 s. 300 ms of silence cut invented openings
  // from 24 of 24 to 1 of 24.
  'nemo-transducer': {
    chunks: { oneSpeakerSeconds: 28, mixedSeconds: 6, joinSeconds: 2 },
    leadingSeconds: 0.3,
    isGreedyOnly: true,
  },
  // Drops the first word where speech begins at once.
  'online-nemo': {
    chunks: { oneSpeakerSeconds: 28, mixedSeconds: 6, joinSeconds: 2 },
    leadingSeconds: 0.7,
    isGreedyOnly: true,
  },
  // sherpa cuts sound off at 29.5 s; the other values are measured (docs/engine.md).
  whisper: { chunks: { oneSpeakerSeconds: 15, mixedSeconds: 6, joinSeconds: 2 } },
  'whisper-attention': { chunks: { oneSpeakerSeconds: 15, mixedSeconds: 6, joinSeconds: 2 } },
  // Both stop early at pauses; the newer one is silent above 9.2 s.
  'moonshine-preprocessor': { chunks: { oneSpeakerSeconds: 12, mixedSeconds: 6, joinSeconds: 1 } },
  moonshine: { chunks: { oneSpeakerSeconds: 8, mixedSeconds: 6, joinSeconds: 1 } },
  // Loops after pauses, so no pause is joined over.
  canary: {
    chunks: { oneSpeakerSeconds: 30, mixedSeconds: 6, joinSeconds: 0.5 },
    isLanguageRequired: true,
  },
  'cohere-transcribe': { isLanguageRequired: true },
}

export function limitsOf(kind: string): KindLimits {
  return { ...none, ...limits[kind] }
}
