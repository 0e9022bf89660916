import type { Edit } from '../../edits/edit.ts'
import { type Hit, replacementOf, replaceHits } from '../../find/find-replace.ts'
import { type Paragraph, paragraphText, type Transcript } from '../../transcript/transcript.ts'
import type { Cue } from '../cues.ts'
import type { CueContext } from './cue-context.ts'
import { setCueWording } from './cue-wording.ts'
import { type EditableText, editableText } from './editable-text.ts'
import { wordOrder } from './word-order.ts'

/**
 * The captions as they are searched: a paragraph each, its id being the cue's index, its text what a person edits there
 * (own wordings too) with a space for each line end.
 */
export function searchedCues(transcript: Transcript, cues: readonly Cue[]): Transcript {
  const order = wordOrder(transcript)
  order.indexAll()
  const paragraphs = cues.map((cue): Paragraph => {
    const { index, startMs, endMs, lines, wordIds } = cue
    const text = inOneLine(editableText(cue, transcript, cues, order).text)
    const word = { id: `${wordIds[0] ?? ''} ${index}`, before: '', text, startMs, endMs }
    const speakerId = lines[0]?.speakerId ?? null
    const words = [{ ...word, confidence: null, origin: 'written' as const }]
    return { id: String(index), speakerId, language: 'und', kind: 'speech', words }
  })
  return { ...transcript, paragraphs }
}

const inOneLine = (text: string): string => text.replaceAll('\n', ' ')

export interface ReplacedInCues {
  /** To be applied as one step of undo. */
  readonly edits: readonly Edit[]
  /** How many hits they replace. */
  readonly count: number
}

/**
 * Replaces hits of `searchedCues`: in the transcript, or in the wording of a cue that has its own. Hits whose cue has
 * another text by now, and those across two paragraphs, are left out.
 */
export function replaceInCues(
  context: CueContext,
  searched: Pick<Transcript, 'paragraphs'>,
  hits: readonly Hit[],
  replacement: string,
): ReplacedInCues {
  const { transcript, cues, newId } = context
  const order = wordOrder(transcript)
  const texts = new Map(searched.paragraphs.map((paragraph) => [paragraph.id, paragraphText(paragraph)]))
  const wordings: Edit[] = []
  const spoken: Hit[] = []
  let count = 0
  for (const [id, own] of Map.groupBy(hits, ({ paragraphId }) => paragraphId)) {
    const cue = cues[Number(id)]
    const editable = cue && editableText(cue, transcript, cues, order)
    if (cue === undefined || editable === undefined || inOneLine(editable.text) !== texts.get(id)) continue
    if (editable.wording !== undefined) {
      wordings.push(...setCueWording(context, cue, withReplaced(editable.text, own, replacement)))
      count += own.length
      continue
    }
    const placed = own.flatMap((hit) => hitInParagraph(transcript, editable, hit) ?? [])
    spoken.push(...placed)
    count += placed.length
  }
  return { edits: [...replaceHits(transcript, spoken, replacement, newId), ...wordings], count }
}

function withReplaced(text: string, hits: readonly Hit[], replacement: string): string {
  return hits
    .toSorted((a, b) => b.from - a.from)
    .reduce((all, hit) => all.slice(0, hit.from) + replacementOf(hit, replacement) + all.slice(hit.to), text)
}

/**
 * The same hit in the paragraph that its words are in; null if they are in two, or it is a space where captions leave out
 * words.
 */
function hitInParagraph({ paragraphs }: Transcript, { words }: EditableText, hit: Hit): Hit | null {
  const first = words.find(({ to }) => to > hit.from)
  const last = words.findLast(({ from }) => from < hit.to)
  const paragraph = paragraphs[first?.paragraph ?? -1]
  if (first === undefined || last === undefined || paragraph === undefined) return null
  if (first.paragraph !== last.paragraph) return null
  const placeOf = (wordId: string): { readonly start: number; readonly spaces: number } => {
    let at = 0
    for (const { id, before, text } of paragraph.words) {
      if (id === wordId) return { start: at + before.length, spaces: before.length }
      at += before.length + text.length
    }
    return { start: at, spaces: 0 }
  }
  const { start, spaces } = placeOf(first.wordId)
  // A hit may begin with spaces before its first word.
  const from = start + Math.max(-spaces, hit.from - first.from)
  const to = placeOf(last.wordId).start + hit.to - last.from
  return from < to ? { ...hit, paragraphId: paragraph.id, from, to } : null
}
