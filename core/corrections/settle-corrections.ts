import type { Edit } from '../edits/edit.ts'
import { setMarkEdit } from '../edits/kinds/set-mark.ts'
import type { EditLimits } from '../edits/times.ts'
import { isUnspaced } from '../language/unspaced-scripts.ts'
import { takeDifferences, type TakenDifference } from '../second-opinion/take-differences.ts'
import type { Mark, Transcript } from '../transcript/transcript.ts'
import { type OpenCorrection, openCorrections, wordsOf } from './open-corrections.ts'
import { correctionKey, type CorrectionOf } from './proposed-corrections.ts'

/** Prefixes of the ids of steps, whose edits alone look like typing or any mark. */
export const ACCEPT_STEP = 'accept-corrections.'
export const DISMISS_STEP = 'dismiss-corrections.'

/**
 * Edits of one step that take what is proposed, also where a person wrote or checked the words here. What is no longer open
 * is skipped; what is only reported becomes settled. Words that nobody corrected keep ids, times and marks. An edit has the id of
 * its correction: accepted in two windows at once, it is made once.
 */
export function acceptCorrections(
  transcript: Transcript,
  corrections: readonly CorrectionOf[],
  limits: EditLimits = {},
): Edit[] {
  const open = stillOpen(transcript, corrections)
  const ids = new Map(
    open.flatMap((each) => takenWords(transcript, each).map((taken) => [taken, idOf(each)])),
  )
  // Marks first: their words may be replaced.
  return [
    ...open.flatMap((each) => acceptedOther(transcript, each)),
    ...takeDifferences(transcript, [...ids.keys()], (taken) => ids.get(taken) ?? '', limits),
  ]
}

/** Edits of one step after which these are not listed again; nothing else changes. */
export function dismissCorrections(transcript: Transcript, corrections: readonly CorrectionOf[]): Edit[] {
  return stillOpen(transcript, corrections).flatMap((each) => settledMark(transcript, each))
}

const idOf = ({ set, item }: CorrectionOf): string => `${set.id}.${item.id}`

/**
 * Those that "all" takes: not where the words were changed here after the document was exported, and names only if they
 * were agreed to.
 */
export function correctionsForAll<Each extends CorrectionOf>(
  corrections: readonly Each[],
  { withNames }: { readonly withNames: boolean },
): Each[] {
  return corrections.filter(({ item }) => {
    if (item.kind === 'speaker-name') return withNames
    if (item.kind === 'words' || item.kind === 'wording') return item.exported === undefined
    return item.kind !== 'told'
  })
}

function stillOpen(transcript: Transcript, corrections: readonly CorrectionOf[]): OpenCorrection[] {
  const bySet = Map.groupBy(corrections, ({ set }) => set)
  return [...bySet].flatMap(([set, some]) =>
    openCorrections(transcript, [{ ...set, items: some.map(({ item }) => item) }]),
  )
}

function takenWords(transcript: Transcript, { item, place }: OpenCorrection): TakenDifference[] {
  const paragraph = place === null ? undefined : transcript.paragraphs[place.paragraph]
  if (item.kind !== 'words' || place === null || paragraph === undefined) return []
  const { now, before, after } = wordsOf(transcript, place)
  return [
    {
      paragraphId: paragraph.id,
      now,
      wordBeforeId: before?.id ?? null,
      wordAfterId: after?.id ?? null,
      words: item.text === '' ? [] : [{ before: isUnspaced(item.text) ? '' : ' ', text: item.text }],
    },
  ]
}

function acceptedOther(transcript: Transcript, open: OpenCorrection): Edit[] {
  const { item } = open
  const id = idOf(open)
  const setMark = (make: (markId: string) => Mark): Edit =>
    setMarkEdit(transcript, { id, mark: make(`${id}.0`) })
  const settled = (): Edit[] => settledMark(transcript, open)
  switch (item.kind) {
    case 'words':
      return []
    case 'wording': {
      const mark = transcript.marks.find((each) => each.id === item.markId)
      return mark?.kind === 'wording' ? [setMark(() => ({ ...mark, value: item.text }))] : []
    }
    case 'comment': {
      const { fromWordId, toWordId, text } = item
      return [
        setMark((markId) => ({ id: markId, kind: 'comment', fromWordId, toWordId, value: text })),
        ...settled(),
      ]
    }
    case 'speaker-name':
      return [{ kind: 'rename-speaker', id, speakerId: item.speakerId, name: item.name }]
    case 'right': {
      const [fromWordId, toWordId] = [item.expected[0]?.id ?? '', item.expected.at(-1)?.id ?? '']
      return [
        setMark((markId) => ({ id: markId, kind: 'accepted', fromWordId, toWordId, value: null })),
        ...settled(),
      ]
    }
    case 'told':
      return settled()
  }
}

/** On the words that it is about, else on the first ones: a transcript without words has no place for it. */
function settledMark(transcript: Transcript, open: OpenCorrection): Edit[] {
  const span = open.place === null ? null : wordsOf(transcript, open.place)
  const first = transcript.paragraphs.find(({ words }) => words.length > 0)?.words[0]
  const fromWordId = (span?.now[0] ?? span?.before ?? span?.after ?? first)?.id
  const toWordId = (span?.now.at(-1) ?? span?.after ?? span?.before ?? first)?.id
  if (fromWordId === undefined || toWordId === undefined) return []
  const id = `${idOf(open)}.settled`
  const value = correctionKey(open)
  const mark: Mark = { id: `${id}.0`, kind: 'correction-settled', fromWordId, toWordId, value }
  return [setMarkEdit(transcript, { id, mark })]
}
