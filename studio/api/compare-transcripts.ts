import type { CallOutput } from '#contracts/calls/calls'
import { Fault } from '#contracts/errors'
import { findDifferences } from '#core/second-opinion/find-differences'
import { opinionOfTranscript } from '#core/second-opinion/opinion'
import { removedWords } from '#core/second-opinion/removed-words'
import { packOpinion } from '#core/second-opinion/stored-opinion'
import { alignedTextOf } from './aligned-text.ts'
import type { Library } from '../library/library.ts'
import type { Studio } from '../studio.ts'

/** All transcripts of a recording, oldest first. Fault `recording.unknown`. */
export async function transcriptCards(
  { library, models }: Pick<Studio, 'library' | 'models'>,
  recordingId: string,
): Promise<CallOutput<'transcripts.list'>> {
  await library.recording(recordingId)
  const names = new Map((await models.list()).map(({ entry }) => [entry.id, entry.name]))
  return (await library.transcriptsOf(recordingId)).map(
    ({ id, jobId, language, state, run, corrected, current, waits, part }) => ({
      id,
      jobId,
      language,
      state,
      models: run.models
        .filter(({ role }) => role === 'recogniser')
        .map((model) => names.get(model.id) ?? model.id),
      corrected,
      current,
      waits,
      alignedText: alignedTextOf(run),
      part,
    }),
  )
}

/** Another transcript as a second text. Faults `recording.no-transcript`, `transcript.other-recording`. */
export async function compareTranscripts(
  library: Library,
  transcriptId: string,
  otherId: string,
): Promise<CallOutput<'transcripts.compare'>> {
  const [transcript, other] = await Promise.all([
    library.transcript(transcriptId),
    library.transcript(otherId),
  ])
  if (transcript.recordingId !== other.recordingId) throw new Fault('transcript.other-recording')
  const opinion = opinionOfTranscript(other)
  const removed = removedWords(transcript, await library.effectiveEdits(transcriptId))
  return {
    opinion: JSON.stringify(packOpinion(opinion)),
    removed,
    differences: findDifferences(transcript, opinion, { removed }).length,
  }
}
