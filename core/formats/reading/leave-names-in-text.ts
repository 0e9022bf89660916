import { applyEdits } from '../../edits/apply-edits.ts'
import type { Edit } from '../../edits/edit.ts'
import { removeMarkEdit } from '../../edits/kinds/remove-mark.ts'
import { replaceParagraphText } from '../../edits/kinds/replace-text.ts'
import { paragraphText, type Mark, type Transcript, type Word } from '../../transcript/transcript.ts'
import { spreadTimes } from './spread-times.ts'
import { nameColon } from '../../captions/caption-names.ts'

/** Marks at the first word of a caption that begin with it, or cover it from there. */
const atStart: ReadonlySet<Mark['kind']> = new Set(['break-before', 'cue-start', 'no-break', 'position'])

/**
 * The edits after which names that an import took from the beginnings of captions are words of these again, and no
 * speakers; the captions show the same text at the same times. One step of undo; empty if there is no such speaker.
 * @param newId a new id each time
 */
export function leaveNamesInText(
  transcript: Transcript,
  names: readonly string[],
  newId: () => string,
): Edit[] {
  const { paragraphs, marks, language } = transcript
  const gone = new Map(
    transcript.speakers.flatMap(({ id, name }) =>
      name !== null && names.includes(name) ? [[id, name] as const] : [],
    ),
  )
  if (gone.size === 0) return []
  const shown = new Map(
    marks.flatMap((mark) =>
      mark.kind === 'speaker-name' && mark.value ? [[mark.fromWordId, mark] as const] : [],
    ),
  )
  const named = paragraphs.flatMap((paragraph) => {
    const [first] = paragraph.words
    const name = gone.get(paragraph.speakerId ?? '')
    const mark = first === undefined ? undefined : shown.get(first.id)
    return first === undefined || name === undefined || mark === undefined
      ? []
      : [{ paragraph, first, name, mark }]
  })
  const hidden = named.map(({ mark }) => removeMarkEdit({ marks }, { id: newId(), markId: mark.id }))
  const typed = named.map(({ paragraph, name }) =>
    replaceParagraphText(paragraph, newId(), `${name}${nameColon(language)} ${paragraphText(paragraph)}`),
  )
  const after = applyEdits(transcript, [...hidden, ...typed]).transcript
  const wordsOf = new Map(after.paragraphs.map(({ id, words }) => [id, words]))
  const marksFrom = Map.groupBy(marks, ({ fromWordId }) => fromWordId)
  const moved = named.flatMap(({ paragraph, first: { id: was, startMs } }): Edit[] => {
    const words = wordsOf.get(paragraph.id) ?? []
    const [first, ...others] = words
    if (first === undefined || first.id === was) return []
    const near = { startMs: first.startMs, endMs: others.at(-1)?.endMs ?? first.endMs }
    const set = (mark: Mark): Edit => ({ kind: 'set-mark', id: newId(), mark, near })
    const own = (marksFrom.get(was) ?? []).filter(({ kind }) => atStart.has(kind))
    // A caption of one word, which has several now, stays on one line.
    const isOneWord = paragraph.words.length === 1 && own.some(({ kind }) => kind === 'cue-start')
    const line = { id: newId(), kind: 'no-break', fromWordId: first.id, toWordId: was, value: null } as const
    return [
      ...timesFrom(startMs, words.slice(0, words.findIndex(({ id }) => id === was) + 1), newId),
      ...own.map((mark) => {
        const isPoint = mark.kind === 'break-before' || mark.kind === 'cue-start'
        return set({ ...mark, fromWordId: first.id, ...(isPoint ? { toWordId: first.id } : {}) })
      }),
      ...(isOneWord ? [set(line)] : []),
    ]
  })
  const isLeft = ({ speakerId }: { readonly speakerId: string | null }): boolean =>
    speakerId === null || !gone.has(speakerId)
  return [
    // The first edit names the step of undo.
    {
      kind: 'count-speakers',
      id: newId(),
      speakers: transcript.speakers.filter(({ id }) => !gone.has(id)),
      turns: transcript.turns.filter(isLeft),
      paragraphs: [],
    },
    ...hidden,
    ...typed,
    ...moved,
  ]
}

/** The last of these words, which began then, shares its time with those that were put before it. */
function timesFrom(startMs: number, words: readonly Word[], newId: () => string): Edit[] {
  const last = words.at(-1)
  if (last === undefined) return []
  const texts = words.map(({ text }) => text)
  const times = spreadTimes(texts, { startMs, endMs: last.endMs })
  // The later ones first: each is limited by the one after it.
  return words
    .map((word, index): Edit => {
      const { startMs: from, endMs } = times[index] ?? word
      return { kind: 'retime-word', id: newId(), wordId: word.id, startMs: from, endMs }
    })
    .toReversed()
}
