import * as fc from 'fast-check'
import { paragraphText, transcriptWords, type Transcript } from '../../transcript/transcript.ts'
import type { Edit } from '../edit.ts'
import { insertParagraphsEdit } from '../kinds/insert-paragraphs.ts'

/** Numbers from 0 to below 1, each of which selects an existing item that an edit applies to. */
export interface Choice {
  readonly kind: number
  readonly where: number
  readonly until: number
  readonly text: string
}

const typedText = fc.oneof(
  fc.constantFrom('', ' ', 'a', 'went', 'two words', '  spaced  out ', '- dash', 'vraiment\u202f?', 'Hello'),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)

// Not fc.double, whose numbers cluster around 0: nearly every edit would be of the first kind.
const shares = fc.nat(9999).map((number) => number / 10_000)

export const choices = fc.record<Choice>({
  kind: shares,
  where: shares,
  until: shares,
  text: typedText,
})

type Maker = (transcript: Transcript, id: string, choice: Choice) => Edit | null

const makers: readonly Maker[] = [
  typeInto,
  typeInto,
  typeInto,
  (transcript, id, { where, until }) => {
    const word = pick(transcriptWords(transcript), where)
    const offset = Math.floor(until * ((word?.text.length ?? 0) + 1))
    return word ? { kind: 'split-paragraph', id, wordId: word.id, offset } : null
  },
  (transcript, id, { where }) => {
    const index = Math.floor(where * transcript.paragraphs.length)
    const first = transcript.paragraphs[index]
    const second = transcript.paragraphs[index + 1]
    if (!first || !second) return null
    return { kind: 'merge-paragraphs', id, firstParagraphId: first.id, secondParagraphId: second.id }
  },
  (transcript, id, { where, until }) => {
    const words = transcriptWords(transcript)
    const from = Math.floor(Math.min(where, until) * words.length)
    const to = Math.min(words.length - 1, from + Math.floor(until * 12))
    const first = words[from]
    const last = words[to]
    const speakerId = pick(transcript.speakers, until)?.id ?? null
    if (!first || !last) return null
    return { kind: 'assign-speaker', id, target: { fromWordId: first.id, toWordId: last.id }, speakerId }
  },
  (transcript, id, { where, until }) => {
    const paragraphId = pick(transcript.paragraphs, where)?.id
    const speakerId = until < 0.2 ? null : (pick(transcript.speakers, until)?.id ?? null)
    return paragraphId ? { kind: 'assign-speaker', id, target: { paragraphId }, speakerId } : null
  },
  (transcript, id, { where, until }) => {
    const from = pick(transcript.speakers, where)
    const into = pick(transcript.speakers, until)
    if (!from || !into) return null
    return { kind: 'merge-speakers', id, fromSpeakerId: from.id, intoSpeakerId: into.id }
  },
  (_, id, { text }) => ({ kind: 'add-speaker', id, name: text }),
  (transcript, id, { where, text }) => {
    const speakerId = pick(transcript.speakers, where)?.id
    return speakerId ? { kind: 'rename-speaker', id, speakerId, name: text } : null
  },
  recount,
  (transcript, id, { where, until }) => {
    const word = pick(transcriptWords(transcript), where)
    const startMs = Math.floor(until * 7000)
    return word ? { kind: 'retime-word', id, wordId: word.id, startMs, endMs: startMs + 250 } : null
  },
  (_, id, { where, text }) => {
    const startMs = Math.floor(where * 7000)
    return { kind: 'insert-sound', id, paragraphKind: 'sound', text, startMs, endMs: startMs + 600 }
  },
  (transcript, id, { where, until }) => {
    // Rare, as otherwise there would soon be nothing left to edit.
    const paragraphId = until < 0.2 ? pick(transcript.paragraphs, where)?.id : undefined
    return paragraphId ? { kind: 'delete-paragraph', id, paragraphId } : null
  },
  (transcript, id, { where, until, text }) => {
    const after = until < 0.2 ? null : (pick(transcript.paragraphs, where) ?? null)
    return insertParagraphsEdit(id, after, [text, 'one two', text])
  },
  (transcript, id, { where, until }) => {
    // As rare as deleting a single one.
    const from = Math.floor(where * transcript.paragraphs.length)
    const gone = until < 0.1 ? transcript.paragraphs.slice(from, from + 2) : []
    if (gone.length === 0) return null
    const paragraphs = gone.map((each) => ({ paragraphId: each.id, text: paragraphText(each) }))
    return { kind: 'delete-paragraphs', id, paragraphs }
  },
  (transcript, id, { where, until, text }) => {
    const words = transcriptWords(transcript)
    const from = Math.floor(where * words.length)
    const first = words[from]
    const last = words[Math.min(words.length - 1, from + Math.floor(until * 5))]
    if (!first || !last) return null
    const mark = {
      id: `m${Math.floor(until * 6)}`,
      kind: 'comment' as const,
      value: text.trim() === '' ? 'why?' : text,
    }
    return { kind: 'set-mark', id, mark: { ...mark, fromWordId: first.id, toWordId: last.id } }
  },
  (_, id, { where, until, text }) => {
    if (where < 0.3) return { kind: 'set-caption-rules', id, rules: null }
    const changes = until < 0.5 ? {} : { maxLines: 1, readable: [{ ms: 1000, characters: 12 }], [text]: text }
    return { kind: 'set-caption-rules', id, rules: { preset: until < 0.7 ? 'bbc' : 'netflix', changes } }
  },
  (_, id, { where }) => ({ kind: 'set-fillers', id, fillers: where < 0.5 ? 'hidden' : null }),
  (_, id, { where, until }) => ({
    kind: 'set-caption-timing',
    id,
    timing:
      where < 0.3 ? null : { offsetMs: Math.round(until * 4_000) - 2_000, ratio: where < 0.7 ? 1 : 25 / 24 },
  }),
  (_, id, { where }) => ({ kind: 'set-numbers', id, numbers: where < 0.5 ? 'digits' : null }),
  (transcript, id, { where }) => {
    const markId = pick(transcript.marks, where)?.id
    return markId ? { kind: 'remove-mark', id, markId } : null
  },
]

/** An edit that a person might make here; null when there is nothing to edit. */
export function randomEdit(transcript: Transcript, id: string, choice: Choice): Edit | null {
  return pick(makers, choice.kind)?.(transcript, id, choice) ?? null
}

/** Replaces part of the text by typing. */
function typeInto(transcript: Transcript, id: string, { where, until, text }: Choice): Edit | null {
  const paragraph = pick(transcript.paragraphs, where)
  if (!paragraph) return null
  const old = paragraphText(paragraph)
  const from = Math.floor(until * (old.length + 1))
  const to = Math.min(old.length, from + Math.floor(where * 20))
  return {
    kind: 'replace-text',
    id,
    paragraphId: paragraph.id,
    text: old.slice(0, from) + text + old.slice(to),
  }
}

function recount(transcript: Transcript, id: string, { where, until }: Choice): Edit {
  const speakers = [0, 1, 2].slice(0, 1 + Math.floor(until * 3)).map((colour) => {
    return { id: `${id}-${colour}`, name: null, colour, groupId: null }
  })
  const speakerAt = (share: number): string | null => pick(speakers, share)?.id ?? null
  const turns = [{ speakerId: speakerAt(0) ?? '', startMs: 0, endMs: 7500 }]
  const paragraphs = transcript.paragraphs.map((paragraph, index) => {
    const wordId = pick(paragraph.words, where)?.id
    const changes = wordId && index % 2 === 0 ? [{ wordId, speakerId: speakerAt(until) }] : []
    return { paragraphId: paragraph.id, speakerId: speakerAt(where), changes }
  })
  return { kind: 'count-speakers', id, speakers, turns, paragraphs }
}

function pick<Item>(items: readonly Item[], share: number): Item | undefined {
  return items[Math.floor(share * items.length)]
}
