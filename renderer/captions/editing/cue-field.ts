import type { Cue } from '#core/captions/cues'
import type { CueContext } from '#core/captions/edits/cue-context'
import { editableText, type EditableText } from '#core/captions/edits/editable-text'
import { joinWithBefore } from '#core/captions/edits/join-with-before'
import { toggleLineBreak } from '#core/captions/edits/line-breaks'
import { moveWordToBefore, moveWordToNext } from '#core/captions/edits/move-word'
import { splitCue } from '#core/captions/edits/split-cue'
import { toggleItalic } from '#core/captions/edits/toggle-italic'
import { typeInCue } from '#core/captions/edits/type-in-cue'
import type { Edit } from '#core/edits/edit'
import { SPLIT_STEP } from '../caption-steps.ts'
import { type CaptionEditor, NEAR_CUES, sameCue } from './caption-editor.ts'
import { caretAfter, lettersAhead, lettersBefore, sameLetters } from './caret-in-cues.ts'
import { cueAt } from '../cues/cue-at.ts'
import type { LinePlace } from '../cues/place-under.ts'
import type { CueFieldAction, FieldState } from './cue-field-keys.ts'

/** The editable text of a caption, from the newest transcript; not while rendering. */
export const fieldText = (editor: CaptionEditor, cue: Cue): EditableText => textFrom(cue, editor.context())

/** The text of a caption that is being rendered. */
export const renderedText = (editor: CaptionEditor, cue: Cue): EditableText => textFrom(cue, editor.shown())

const textFrom = (cue: Cue, { transcript, cues }: Pick<CueContext, 'transcript' | 'cues'>): EditableText =>
  editableText(cue, transcript, cues)

/**
 * Commits typed text to the transcript.
 * @param follows whether the caret moves to the next caption if the text is cut before it
 */
export function commitText(
  editor: CaptionEditor,
  shown: Cue,
  { text, from }: FieldState,
  follows: boolean,
): boolean {
  const letters = lettersBefore(text, from)
  const { cues: now } = editor
  const isThere = now[shown.index]?.wordIds[0] === shown.wordIds[0]
  const index = isThere ? shown.index : sameCue(now, shown)
  const type = (context: CueContext, cue: Cue): readonly Edit[] => typeInCue(context, cue, text)
  if (!follows) return editor.run(index, type, { stays: true })
  const wordBefore = now[index - 1]?.wordIds.at(-1)
  return editor.run(index, type, {
    next: (cues, before) => {
      const { transcript } = editor.context()
      const first = firstOf(cues, before)
      const textOf = (cue: Cue): string => editableText(cue, transcript, cues).text
      const ahead = lettersAhead(cues[first], wordBefore, transcript)
      const place = caretAfter(cues, first, ahead + letters, textOf)
      const there = cues[place.index]
      // The field already shows it, with spaces that are still being typed.
      const isShown = place.index === index && there !== undefined && sameLetters(textOf(there), text)
      return { index: place.index, caret: isShown ? null : place.offset }
    },
  })
}

/**
 * The caption in which the text of another one now begins: typing changes its words, but not the place before
 * them.
 */
function firstOf(cues: readonly Cue[], before: Cue): number {
  const byTime = Math.max(0, cueAt(cues, before.startMs))
  const ids = new Set(before.wordIds)
  const hasAny = (cue: Cue): boolean => cue.wordIds.some((id) => ids.has(id))
  // Captions with words of the same one are next to each other.
  const near = cues.slice(Math.max(0, byTime - NEAR_CUES), byTime + 1)
  return near.find(hasAny)?.index ?? byTime
}

/** Runs the action of a key in a caption; `undo` and `redo` are handled by the page. */
export function runFieldAction(
  editor: CaptionEditor,
  index: number,
  action: Exclude<CueFieldAction, 'undo' | 'redo'>,
  state: FieldState,
): void {
  const last = editor.cues.length - 1
  switch (action) {
    case 'split':
      editor.run(index, (context, cue) => splitCue(context, cue, state.from), {
        stepId: SPLIT_STEP + editor.context().newId(),
        next: (cues, before) => ({ index: firstOf(cues, before) + 1, caret: 0 }),
      })
      return
    case 'line-break':
      keepCaret(editor, index, state, (context, cue) => toggleLineBreak(context, cue, state.from))
      return
    case 'join-before':
      join(editor, index)
      return
    case 'join-after':
      if (index < last) join(editor, index + 1)
      return
    case 'word-to-before':
      editor.run(index, moveWordToBefore, {
        next: (cues, before) => ({ index: sameCue(cues, before), caret: 0 }),
      })
      return
    case 'word-to-next':
      editor.run(index, moveWordToNext, {
        next: (cues, before) => ({ index: sameCue(cues, before), caret: 'end' }),
      })
      return
    case 'italic':
      setItalic(editor, index, state)
      return
    case 'to-before':
      if (index > 0) editor.edit(index - 1, 'end')
      return
    case 'to-next':
      if (index < last) editor.edit(index + 1, 0)
      return
    default:
      throw unknownAction(action)
  }
}

function unknownAction(action: never): TypeError {
  return new TypeError(`No such action: ${JSON.stringify(action)}`)
}

/** Italics for the selected words; for all words of the caption if none is selected. */
export function setItalic(editor: CaptionEditor, index: number, state: FieldState): void {
  keepCaret(editor, index, state, (context, cue) => {
    return toggleItalic(
      context,
      ...wordsToChange(cue, editableText(cue, context.transcript, context.cues), state),
    )
  })
}

/** Assigns the selected words to a speaker; all words of the caption if none is selected. */
export function setSpeaker(editor: CaptionEditor, index: number, state: FieldState, speakerId: string): void {
  keepCaret(editor, index, state, (context, cue) => {
    const { transcript, cues, newId } = context
    const [fromWordId, toWordId] = wordsToChange(cue, editableText(cue, transcript, cues), state)
    return [{ kind: 'assign-speaker', id: newId(), target: { fromWordId, toWordId }, speakerId }]
  })
}

/** The first and last of the selected words; those of the whole caption if nothing is selected. */
export function wordsToChange(cue: Cue, text: EditableText, state: FieldState): readonly [string, string] {
  return selectedWords(text, state) ?? [cue.wordIds[0] ?? '', cue.wordIds.at(-1) ?? '']
}

function selectedWords({ words }: EditableText, { from, to }: FieldState): readonly [string, string] | null {
  if (from === to) return null
  const inside = words.filter((word) => word.to > from && word.from < to)
  const first = inside[0]
  const last = inside.at(-1)
  return first === undefined || last === undefined ? null : [first.wordId, last.wordId]
}

function keepCaret(
  editor: CaptionEditor,
  index: number,
  { text, from }: FieldState,
  make: Parameters<CaptionEditor['run']>[1],
): void {
  const letters = lettersBefore(text, from)
  editor.run(index, make, {
    next: (cues, before) => {
      const { transcript } = editor.context()
      const first = firstOf(cues, before)
      const place = caretAfter(cues, first, letters, (cue) => editableText(cue, transcript, cues).text)
      return { index: place.index, caret: place.offset }
    },
  })
}

/** Joins this caption with the one before; the caret is placed where they were joined. */
function join(editor: CaptionEditor, index: number): void {
  const before = editor.cues[index - 1]
  if (before === undefined) return
  const { text } = fieldText(editor, before)
  const letters = lettersBefore(text, text.length)
  editor.run(index, joinWithBefore, {
    next: (cues) => {
      const { transcript } = editor.context()
      const first = sameCue(cues, before)
      const place = caretAfter(cues, first, letters, (cue) => editableText(cue, transcript, cues).text)
      return { index: place.index, caret: place.offset }
    },
  })
}

/**
 * The offset in the editable text of a position in the displayed lines, which also have dashes and names;
 * else its end.
 */
export function caretUnder(editor: CaptionEditor, cue: Cue, place: LinePlace | null): number | 'end' {
  if (place === null) return 'end'
  const lines = fieldText(editor, cue).text.split('\n')
  const line = lines[place.line]
  if (line === undefined) return 'end'
  const before = lines.slice(0, place.line).reduce((sum, { length }) => sum + length + 1, 0)
  const prefix = Math.max(0, (cue.lines[place.line]?.text.length ?? 0) - line.length)
  return before + Math.max(0, Math.min(line.length, place.offset - prefix))
}
