import type { GroupApi } from '#contracts/calls/calls'
import { Fault } from '#contracts/errors'
import { leaveNamesInText } from '#core/formats/reading/leave-names-in-text'
import { keptByPerson } from '#core/edits/assembly/kept-by-person'
import { recountEdit } from '#core/edits/assembly/recount'
import { transcriptDocument } from '../export/transcript-document.ts'
import { transcriptSheet } from '../sheet/transcript-sheet.ts'
import { evidenceOf } from '../doubt/kept-evidence.ts'
import { comparedPieces, speakerEvidence } from '../doubt/speaker-evidence.ts'
import { voiceDots } from '#core/how-it-works/voice-dots'
import { recountVoices } from '../recognition/diarization/recount-speakers.ts'
import { unpackTranscript } from '../library/stored-transcript.ts'
import type { Studio } from '../studio.ts'
import { recognizedTranscript } from './aligned-text.ts'
import type { CallOptions } from './call-options.ts'
import { compareTranscripts, transcriptCards } from './compare-transcripts.ts'
import { declineMarkOffer, markOffer } from './mark-offer.ts'

type Api = GroupApi<'transcripts', CallOptions>

export function transcriptApi(studio: Pick<Studio, 'library' | 'models' | 'cacheFolder'>): Api {
  const { library } = studio
  return {
    list: ({ recordingId }) => transcriptCards(studio, recordingId),
    compare: ({ transcriptId, otherId }) => compareTranscripts(library, transcriptId, otherId),
    get: ({ transcriptId, since }) => library.transcriptState(transcriptId, since),
    update: ({ transcriptId, paragraphIds, since }) =>
      library.transcriptUpdate(transcriptId, paragraphIds, since),
    edit: ({ transcriptId, edits, ...made }) => library.applyEdits(transcriptId, edits, made),
    undo: ({ transcriptId, id }) => library.undo(transcriptId, id),
    redo: ({ transcriptId, id }) => library.redo(transcriptId, id),
    async recount({ transcriptId, id, speakers }, { signal }) {
      const voices = await recountVoices(library, await library.transcript(transcriptId), speakers, signal)
      for (;;) {
        // Read after the recount, so that edits made meanwhile are included.
        const state = await library.transcriptState(transcriptId)
        const log = await library.effectiveEdits(transcriptId)
        const again = log.find((entry) => entry.edit.id === id)
        // A request repeated after a lost connection: answered without applying the edit again.
        if (again?.edit.kind === 'count-speakers') {
          return library.applyEdits(transcriptId, [again.edit], { baseNumber: again.number - 1 })
        }
        const edit = recountEdit(unpackTranscript(state), voices, keptByPerson(log), id)
        const outcome = await library.applyIfNewest(transcriptId, [edit], { baseNumber: state.editNumber })
        if (outcome === null) continue
        if (outcome.refused.length > 0) throw new Fault('edit.refused', { id })
        return { ...outcome, asSent: false }
      }
    },
    async leaveNamesInText({ transcriptId, id, names }) {
      for (;;) {
        const state = await library.transcriptState(transcriptId)
        let count = 0
        const edits = leaveNamesInText(unpackTranscript(state), names, () => `${id}.${(count += 1)}`)
        if (edits.length === 0) throw new Fault('edit.refused', { id })
        const made = { baseNumber: state.editNumber, stepId: id }
        const outcome = await library.applyIfNewest(transcriptId, edits, made)
        if (outcome !== null) return outcome
      }
    },
    markOffer: ({ transcriptId }) => markOffer(library, transcriptId),
    async declineMarkOffer(pair) {
      await declineMarkOffer(library, pair)
      return {}
    },
    async recognized({ transcriptId }) {
      return { transcriptId: await recognizedTranscript(library, transcriptId) }
    },
    async makeNewest({ transcriptId }) {
      await library.chooseTranscript(transcriptId)
      return {}
    },
    async setChecked({ transcriptId, checked, stepId }) {
      await library.setTranscriptChecked(transcriptId, checked ? Date.now() : null, stepId)
      return {}
    },
    async sheet({ transcriptId }) {
      return transcriptSheet(studio, await transcriptDocument(library, transcriptId))
    },
    async evidence({ transcriptId }) {
      return { evidence: await evidenceOf(studio, transcriptId) }
    },
    async voices({ transcriptId }) {
      const found = await speakerEvidence(library, await library.storedTranscript(transcriptId))
      return { voices: found === null ? null : JSON.stringify(found) }
    },
    async voiceDots({ transcriptId }) {
      return { dots: voiceDots(await comparedPieces(library, await library.storedTranscript(transcriptId))) }
    },
  }
}
