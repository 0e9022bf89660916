import type { DoubtEvidence } from '#core/doubt/evidence'
import { mergeTerms } from '#core/glossary/term'
import { otherModelEvidence } from './other-model-evidence.ts'
import { speakerEvidence } from './speaker-evidence.ts'
import { type EvidenceParts, transcriptEvidence } from './transcript-evidence.ts'

/**
 * JSON of a transcript's evidence for doubts, with the recording's current terms, other models' texts, and
 * the voice comparison.
 */
export async function evidenceOf(studio: EvidenceParts, transcriptId: string): Promise<string> {
  const evidence = await decodedEvidence(studio, transcriptId)
  const recordingId = (await studio.library.transcriptFacts(transcriptId))?.recordingId
  const terms = recordingId === undefined ? [] : mergeTerms(await studio.library.termsFor(recordingId))
  const models = await otherModelEvidence(studio, transcriptId)
  const speakers =
    recordingId === undefined
      ? null
      : await speakerEvidence(studio.library, await studio.library.storedTranscript(transcriptId))
  if (terms.length === 0 && models === null && speakers === null) return evidence
  return JSON.stringify({
    ...(JSON.parse(evidence) as DoubtEvidence),
    ...(terms.length === 0 ? {} : { terms }),
    ...models,
    ...(speakers === null ? {} : { speakers }),
  })
}

/**
 * JSON of a transcript's evidence for doubts without terms; stored once the transcript is finished, so that
 * the list to check and the count on the card use the same evidence.
 */
async function decodedEvidence(studio: EvidenceParts, transcriptId: string): Promise<string> {
  const { library } = studio
  const facts = await library.transcriptFacts(transcriptId)
  // While a job writes, the evidence changes with every chunk.
  if (facts?.state !== 'done') return evidenceNow(studio, transcriptId)
  const kept = await library.keptEvidence(transcriptId)
  if (kept !== null && isWhole(kept)) return kept
  return keepEvidence(studio, transcriptId)
}

/** Like `decodedEvidence`, but gathers it again because a job has written more. */
export async function keepEvidence(studio: EvidenceParts, transcriptId: string): Promise<string> {
  const evidence = await evidenceNow(studio, transcriptId)
  await studio.library.keepEvidence(transcriptId, evidence)
  return evidence
}

async function evidenceNow(studio: EvidenceParts, transcriptId: string): Promise<string> {
  return JSON.stringify(await transcriptEvidence(studio, await studio.library.transcript(transcriptId)))
}

/** Alternative decodes are missing if the audio was not available then; it may be now. */
function isWhole(evidence: string): boolean {
  return (JSON.parse(evidence) as DoubtEvidence).chunks !== undefined
}
