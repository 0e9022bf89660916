import type { DoubtEvidence } from '#core/doubt/evidence'
import { type EvidenceParts, transcriptEvidence } from './transcript-evidence.ts'

/**
 * JSON of a transcript's evidence for doubts; stored once the transcript is finished, so that the list to check and
 * the count on the card use the same evidence.
 */
export async function evidenceOf(studio: EvidenceParts, transcriptId: string): Promise<string> {
  const { library } = studio
  const facts = await library.transcriptFacts(transcriptId)
  // While a job writes, the evidence changes with every chunk.
  if (facts?.state !== 'done') return evidenceNow(studio, transcriptId)
  const kept = await library.keptEvidence(transcriptId)
  if (kept !== null && isWhole(kept)) return kept
  return keepEvidence(studio, transcriptId)
}

/** As `evidenceOf`, but gathered again, because a job has written more. */
export async function keepEvidence(studio: EvidenceParts, transcriptId: string): Promise<string> {
  const evidence = await evidenceNow(studio, transcriptId)
  await studio.library.keepEvidence(transcriptId, evidence)
  return evidence
}

async function evidenceNow(studio: EvidenceParts, transcriptId: string): Promise<string> {
  return JSON.stringify(await transcriptEvidence(studio, await studio.library.transcript(transcriptId)))
}

/** Other decodes are missing if the audio was not available then; it may be now. */
function isWhole(evidence: string): boolean {
  return (JSON.parse(evidence) as DoubtEvidence).chunks !== undefined
}
