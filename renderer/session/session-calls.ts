import type { EditOutcome } from '#contracts/calls/transcripts'
import type { SentEdit } from '#contracts/edits'
import type { Edit } from '#core/edits/edit'
import type { Paragraph, Transcript } from '#core/transcript/transcript'
import type { StudioClient } from '../rpc/studio-client.ts'
import {
  confirmUpdate,
  confirmWhole,
  marksFit,
  missingIds,
  unpackAll,
  type ConfirmedState,
} from './confirmed-state.ts'
import type { EditGroup } from './edit-group.ts'

/** Maximum number of edits in one call; the contract allows 20,000. */
export const mostEditsInACall = 5_000

/** Cost of an edit in single edits: inserting or deleting many paragraphs counts once for each. */
export function weightOf(edit: Edit): number {
  if (edit.kind === 'insert-paragraphs') return edit.texts.length
  return edit.kind === 'delete-paragraphs' ? edit.paragraphs.length : 1
}

// Above this, fetching the whole transcript is just as fast.
const mostParagraphsAsked = 1_000
const mostRounds = 4

export interface SessionCalls {
  /** `since`: as in the contract. */
  whole(known: Transcript | null, since?: number): Promise<ConfirmedState>
  /** Fetches the newest state with the words of these paragraphs. */
  update(known: Transcript, paragraphIds: ReadonlySet<string>, since: number): Promise<ConfirmedState>
  /** Sends groups of one undo step, in order. */
  edit(groups: readonly EditGroup[]): Promise<EditOutcome>
  takeBack(way: 'undo' | 'redo', id: string): Promise<EditOutcome | null>
  recount(id: string, speakers: number | null): Promise<EditOutcome>
}

export function sessionCalls(client: StudioClient, transcriptId: string): SessionCalls {
  const whole = async (known: Transcript | null, since?: number): Promise<ConfirmedState> =>
    confirmWhole(
      await client.call('transcripts.get', { transcriptId, ...(since === undefined ? {} : { since }) }),
      known,
    )
  return {
    whole,
    async update(known, paragraphIds, since) {
      const wanted = new Set(paragraphIds)
      let fetched = new Map<string, Paragraph>()
      let version: number | null = null
      for (let round = 0; round < mostRounds; round += 1) {
        const asked = [...wanted].filter((id) => !fetched.has(id))
        if (asked.length > mostParagraphsAsked) return whole(known, since)
        const update = await client.call('transcripts.update', { transcriptId, paragraphIds: asked, since })
        // Paragraphs fetched in an earlier round may be older than this version.
        if (version !== null && version !== update.version) fetched = new Map()
        version = update.version
        for (const [id, paragraph] of unpackAll(update)) fetched.set(id, paragraph)
        for (const id of missingIds(update, known, fetched)) wanted.add(id)
        const present = new Set(update.order)
        for (const id of wanted) if (!present.has(id)) wanted.delete(id)
        if ([...wanted].some((id) => !fetched.has(id))) continue
        const next = confirmUpdate(update, known, fetched)
        return marksFit(next.transcript, known) ? next : whole(known, since)
      }
      return whole(known, since)
    },
    edit(groups) {
      const [first] = groups
      return client.call('transcripts.edit', {
        transcriptId,
        edits: groups.flatMap((group) => group.edits.map(sent)),
        baseNumber: first?.baseNumber ?? 0,
        ...(first === undefined ? {} : { stepId: first.stepId }),
      })
    },
    takeBack: (way, id) => client.call(`transcripts.${way}`, { transcriptId, id }),
    recount: (id, speakers) => client.call('transcripts.recount', { transcriptId, id, speakers }),
  }
}

/** A page never creates a `restore` edit: undo is done by the studio. */
function sent(edit: Edit): SentEdit {
  if (edit.kind === 'restore') throw new TypeError('A restore is made by undo alone')
  // The schema's arrays are mutable and core's are not; the data is the same.
  return edit as SentEdit
}
