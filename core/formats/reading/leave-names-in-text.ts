import { nameColon } from '../../captions/caption-names.ts'
import { applyEdit } from '../../edits/apply.ts'
import type { CountSpeakersEdit, Edit } from '../../edits/edit.ts'
import { restoreBetween } from '../../edits/history/restore.ts'
import type { Mark, Paragraph, Transcript, Word } from '../../transcript/transcript.ts'
import { areSpread, spreadTimes } from './spread-times.ts'

/** Marks at the first word of a caption that begin with it, or cover it from there. */
const atStart: ReadonlySet<Mark['kind']> = new Set(['break-before', 'cue-start', 'no-break', 'position'])

/**
 * The edits after which names that an import took from the beginnings of captions are words of these again, and no
 * speakers; the captions show the same text at the same times. One step of undo, as two edits however many captions
 * there are; empty if there is no such speaker.
 * @param newId a new id each time
 */
export function leaveNamesInText(
  transcript: Transcript,
  names: readonly string[],
  newId: () => string,
): Edit[] {
  const { marks, speakers, turns } = transcript
  const gone = new Map(
    speakers.flatMap(({ id, name }) => (name !== null && names.includes(name) ? [[id, name] as const] : [])),
  )
  if (gone.size === 0) return []
  const isLeft = ({ speakerId }: { readonly speakerId: string | null }): boolean =>
    speakerId === null || !gone.has(speakerId)
  const without: CountSpeakersEdit = {
    kind: 'count-speakers',
    id: newId(),
    speakers: speakers.filter(({ id }) => !gone.has(id)),
    turns: turns.filter(isLeft),
    paragraphs: [],
  }
  const shown = new Map(
    marks.flatMap((mark) =>
      mark.kind === 'speaker-name' && mark.value ? [[mark.fromWordId, mark.id] as const] : [],
    ),
  )
  const unnamed = applyEdit(transcript, without).transcript
  const hidden = new Set<string>()
  /** The new first word, by the id of the former one. */
  const firsts = new Map<string, string>()
  const lines: Mark[] = []
  const paragraphs = unnamed.paragraphs.map((paragraph, index) => {
    const name = gone.get(transcript.paragraphs[index]?.speakerId ?? '')
    const was = paragraph.words[0]?.id ?? ''
    const mark = shown.get(was)
    if (name === undefined || mark === undefined) return paragraph
    const named = withName(paragraph, `${name}${nameColon(transcript.language)}`, newId)
    const first = named.words[0]?.id ?? was
    hidden.add(mark)
    firsts.set(was, first)
    // A caption of one word, which has several now, stays on one line.
    if (paragraph.words.length === 1)
      lines.push({ id: newId(), kind: 'no-break', fromWordId: first, toWordId: was, value: null })
    return named
  })
  const moved = marks.flatMap((mark): Mark[] => {
    if (hidden.has(mark.id)) return []
    const first = firsts.get(mark.fromWordId)
    if (first === undefined || !atStart.has(mark.kind)) return [mark]
    const isPoint = mark.kind === 'break-before' || mark.kind === 'cue-start'
    return [{ ...mark, fromWordId: first, ...(isPoint ? { toWordId: first } : {}) }]
  })
  const target = { ...unnamed, paragraphs, marks: [...moved, ...lines] }
  return [without, restoreBetween(newId(), target, unnamed)]
}

/** The paragraph that begins with a name; estimated times are estimated anew, others stay. */
function withName(paragraph: Paragraph, name: string, newId: () => string): Paragraph {
  const [first, ...others] = paragraph.words
  if (first === undefined) return paragraph
  const texts = name.split(' ')
  const added = texts.map((text, index): Word => ({
    id: newId(),
    before: index === 0 ? first.before : ' ',
    text,
    startMs: first.startMs,
    endMs: first.startMs,
    confidence: null,
    origin: 'imported',
  }))
  const own = { ...first, before: ' ' }
  const isEstimated = areSpread(paragraph.words)
  const shared = isEstimated ? [...added, own, ...others] : [...added, own]
  const span = { startMs: first.startMs, endMs: shared.at(-1)?.endMs ?? first.endMs }
  const times = spreadTimes(
    shared.map(({ text }) => text),
    span,
  )
  const timed = shared.map((word, index): Word => ({ ...word, ...times[index] }))
  return { ...paragraph, words: isEstimated ? timed : [...timed, ...others] }
}
