import type { DoubtEvidence } from '#core/doubt/evidence'
import { type EvidenceParts, transcriptEvidence } from './transcript-evidence.ts'

/**
 * JSON of what doubts of a transcript rest on: kept with it once it is finished, so that the list to check and the
 * number on the card rest on the same.
 */
export async function evidenceOf(studio: EvidenceParts, transcriptId: string): Promise<string> {
  const { library } = studio
  const facts = await library.transcriptFacts(transcriptId)
  // While a job writes, what it has found changes with every passage.
  if (facts?.state !== 'done') return evidenceNow(studio, transcriptId)
  const kept = await library.keptEvidence(transcriptId)
  if (kept !== null && isWhole(kept)) return kept
  return keepEvidence(studio, transcriptId)
}

/** As `evidenceOf`, found anew: a job has written more. */
export async function keepEvidence(studio: EvidenceParts, transcriptId: string): Promise<string> {
  const evidence = await evidenceNow(studio, transcriptId)
  await studio.library.keepEvidence(transcriptId, evidence)
  return evidence
}

async function evidenceNow(studio: EvidenceParts, transcriptId: string): Promise<string> {
  return JSON.stringify(await transcriptEvidence(studio, await studio.library.transcript(transcriptId)))
}

/** Other readings are missing where the sound was not there; it may be by now. */
function isWhole(evidence: string): boolean {
  return (JSON.parse(evidence) as DoubtEvidence).chunks !== undefined
}
