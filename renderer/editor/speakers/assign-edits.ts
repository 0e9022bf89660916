import { addedSpeakerId } from '#core/edits/kinds/add-speaker'
import type { AssignSpeakerEdit, Edit, NearTime } from '#core/edits/edit'
import { findWord } from '#core/edits/places'
import type { Paragraph, Transcript } from '#core/transcript/transcript'
import type { SpeakerScope } from '../editor-store.ts'
import type { SurfaceSelection } from '../surface/surface.ts'

/** A caret assigns from the word at or after it. */
export type AssignSelection = Pick<SurfaceSelection, 'paragraphId' | 'wordId' | 'range'>

/** What the speaker is assigned to: the paragraph of the request, and the selection in the text. */
export interface AssignPlace {
  readonly paragraphId: string
  readonly selection: AssignSelection
}

/** An existing speaker, or a new one (`name` null: without a name). */
export type ChosenSpeaker = { readonly speakerId: string | null } | { readonly name: string | null }

/**
 * The edits, one undo step, that assign a speaker to what `reach` covers. Empty if nothing changes. `everywhere` covers
 * everything the paragraph's speaker said: the two speakers are merged, or the speaker is renamed if the name is new.
 */
export function assignEdits(
  transcript: Transcript,
  { paragraphId, selection }: AssignPlace,
  scope: SpeakerScope,
  chosen: ChosenSpeaker,
  newId: () => string,
): Edit[] {
  const paragraph = transcript.paragraphs.find((each) => each.id === paragraphId)
  if (paragraph === undefined) return []
  if (scope === 'everywhere') return everywhereEdits(transcript, paragraph, chosen, newId)
  const target = targetOf(transcript, paragraph, selection, scope)
  const edits: Edit[] = []
  let speakerId: string | null
  if ('name' in chosen) {
    const id = newId()
    edits.push({ kind: 'add-speaker', id, name: chosen.name })
    speakerId = addedSpeakerId({ id })
  } else {
    ;({ speakerId } = chosen)
    if ('paragraphId' in target && paragraph.speakerId === speakerId) return []
  }
  return [...edits, { kind: 'assign-speaker', id: newId(), target, speakerId }]
}

function everywhereEdits(
  transcript: Transcript,
  paragraph: Paragraph,
  chosen: ChosenSpeaker,
  newId: () => string,
): Edit[] {
  const from = paragraph.speakerId
  if (from !== null && 'name' in chosen) {
    return [{ kind: 'rename-speaker', id: newId(), speakerId: from, name: chosen.name }]
  }
  if (from !== null && 'speakerId' in chosen && chosen.speakerId !== null) {
    const into = chosen.speakerId
    return from === into
      ? []
      : [{ kind: 'merge-speakers', id: newId(), fromSpeakerId: from, intoSpeakerId: into }]
  }
  // No old or no new speaker: nothing to merge or rename, so each paragraph gets its own edit.
  const edits: Edit[] = []
  let speakerId = 'speakerId' in chosen ? chosen.speakerId : null
  if ('name' in chosen) {
    const id = newId()
    edits.push({ kind: 'add-speaker', id, name: chosen.name })
    speakerId = addedSpeakerId({ id })
  }
  if (from === speakerId) return []
  const own = transcript.paragraphs.filter((each) => each.speakerId === from && each.kind === 'speech')
  for (const { id } of own) {
    edits.push({ kind: 'assign-speaker', id: newId(), target: { paragraphId: id }, speakerId })
  }
  return edits
}

function targetOf(
  transcript: Transcript,
  paragraph: Paragraph,
  selection: AssignSelection,
  scope: SpeakerScope,
): AssignSpeakerEdit['target'] {
  if (scope === 'selection' && selection.range !== null) {
    const { fromWordId, toWordId } = selection.range
    return { fromWordId, toWordId, near: nearTime(transcript, fromWordId, toWordId) }
  }
  if (scope !== 'onwards') return { paragraphId: paragraph.id }
  const last = lastOfTurn(transcript, paragraph)
  const isHere = selection.paragraphId === paragraph.id && selection.wordId !== null
  const fromWordId = (isHere ? selection.wordId : paragraph.words[0]?.id) ?? null
  const toWordId = last.words.at(-1)?.id
  if (fromWordId === null || toWordId === undefined) return { paragraphId: paragraph.id }
  return { fromWordId, toWordId, near: nearTime(transcript, fromWordId, toWordId) }
}

/** The last paragraph before another speaker. */
function lastOfTurn({ paragraphs }: Transcript, paragraph: Paragraph): Paragraph {
  let last = paragraph
  for (const next of paragraphs.slice(paragraphs.indexOf(paragraph) + 1)) {
    if (next.kind !== 'speech') continue
    if (next.speakerId !== paragraph.speakerId) break
    last = next
  }
  return last
}

function nearTime(transcript: Transcript, fromWordId: string, toWordId: string): NearTime {
  const from = findWord(transcript, fromWordId)
  const to = findWord(transcript, toWordId)
  return {
    startMs: (from && transcript.paragraphs[from.paragraph]?.words[from.word]?.startMs) ?? 0,
    endMs: (to && transcript.paragraphs[to.paragraph]?.words[to.word]?.endMs) ?? 0,
  }
}
