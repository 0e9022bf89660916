import { findWord } from '#core/edits/places'
import type { Speaker, Transcript } from '#core/transcript/transcript'
import type { ParagraphPrompt, SpeakerScope } from '../editor-store.ts'
import type { SurfaceSelection } from '../surface/surface.ts'
import type { AssignSelection } from './assign-edits.ts'

type Asked = Pick<ParagraphPrompt, 'paragraphId' | 'isAtCaret'>

/**
 * Which part of caret and selection counts: all of it for a key; for a click on a name, only a selection that
 * includes its paragraph.
 */
export function askedSelection(
  transcript: Pick<Transcript, 'paragraphs'>,
  { paragraphId, isAtCaret }: Asked,
  selection: SurfaceSelection,
): AssignSelection {
  if (isAtCaret) return selection
  const { range } = selection
  const isThere = range !== null && isWithin(transcript, paragraphId, range)
  return { paragraphId: null, wordId: null, range: isThere ? range : null }
}

function isWithin(
  transcript: Pick<Transcript, 'paragraphs'>,
  paragraphId: string,
  { fromWordId, toWordId }: NonNullable<AssignSelection['range']>,
): boolean {
  const at = transcript.paragraphs.findIndex(({ id }) => id === paragraphId)
  const from = findWord(transcript, fromWordId)
  const to = findWord(transcript, toWordId)
  return from !== null && to !== null && from.paragraph <= at && at <= to.paragraph
}

/** The ranges offered, most probable first. */
export function offeredScopes(
  { isAtCaret }: Pick<ParagraphPrompt, 'isAtCaret'>,
  current: Speaker | undefined,
  hasSelection: boolean,
): SpeakerScope[] {
  const scopes: SpeakerScope[] = [
    ...(current === undefined ? [] : (['everywhere'] as const)),
    'paragraph',
    'onwards',
  ]
  if (!hasSelection) return scopes
  return isAtCaret ? ['selection', ...scopes] : [...scopes, 'selection']
}

/**
 * The range of a choice until the user selects one. A new name for an unnamed speaker applies everywhere; an existing
 * speaker applies to this paragraph only.
 */
export function suggestedScope(
  { isAtCaret }: Pick<ParagraphPrompt, 'isAtCaret'>,
  current: Speaker | undefined,
  hasSelection: boolean,
  isNewName: boolean,
): SpeakerScope {
  if (isAtCaret && hasSelection) return 'selection'
  return isNewName && current?.name === null ? 'everywhere' : 'paragraph'
}
