/** Limits of a kind of recognizer, from defects that were found in it (docs/models.md). */
export interface KindLimits {
  /** Maximum chunk lengths in seconds; `oneSpeakerSeconds` with one speaker, `mixedSeconds` with several. */
  readonly chunks: {
    readonly oneSpeakerSeconds: number
    readonly mixedSeconds: number
    readonly joinSeconds: number
  }
  /**
   * Silence prepended to each chunk, in seconds: some kinds invent or drop words if sound begins immediately.
   */
  readonly leadingSeconds: number
  /** Whether a language must be set: without one, the native code ends the process. */
  readonly isLanguageRequired: boolean
  /** Whether only greedy decoding works: another method ends the process. */
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
  // Drops the first word if speech begins immediately. Until sherpa-onnx 2: greedy only, so no words of a glossary.
  'online-nemo': {
    chunks: { oneSpeakerSeconds: 28, mixedSeconds: 6, joinSeconds: 2 },
    leadingSeconds: 0.7,
    isGreedyOnly: true,
  },
  // sherpa truncates sound at 29.5 s; the other values are measured (docs/engine.md).
  whisper: { chunks: { oneSpeakerSeconds: 15, mixedSeconds: 6, joinSeconds: 2 } },
  'whisper-attention': { chunks: { oneSpeakerSeconds: 15, mixedSeconds: 6, joinSeconds: 2 } },
  // Both stop early at pauses; the newer one outputs nothing above 9.2 s.
  'moonshine-preprocessor': { chunks: { oneSpeakerSeconds: 12, mixedSeconds: 6, joinSeconds: 1 } },
  moonshine: { chunks: { oneSpeakerSeconds: 8, mixedSeconds: 6, joinSeconds: 1 } },
  // Loops after pauses, so regions are never joined across a pause.
  // Until sherpa-onnx 2: a language that it does not know is refused at loading, and English after it.
  canary: {
    chunks: { oneSpeakerSeconds: 30, mixedSeconds: 6, joinSeconds: 0.5 },
    isLanguageRequired: true,
  },
  'cohere-transcribe': { isLanguageRequired: true },
}

export function limitsOf(kind: string): KindLimits {
  return { ...none, ...limits[kind] }
}
