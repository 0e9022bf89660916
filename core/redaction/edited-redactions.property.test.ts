import { strFromU8, unzipSync } from 'fflate'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { carryEdits } from '../edits/apply-edits.ts'
import type { Edit } from '../edits/edit.ts'
import { EditRefused } from '../edits/refused.ts'
import { applyEdit } from '../edits/apply.ts'
import { takeBack, type LogEntry } from '../edits/history/take-back.ts'
import { replaceTextEdit } from '../edits/kinds/replace-text.ts'
import { choices, type Choice, randomEdit } from '../edits/testing/random-edits.ts'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'
import { documentOf, english } from '../formats/testing/sample-document.ts'
import { formats } from '../formats/formats.ts'
import { lint } from '../transcript/lint.ts'
import { redactedWords } from '../transcript/redacted-words.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import { paragraphText, type Transcript, transcriptWords } from '../transcript/transcript.ts'
import { redactedDocument } from './redacted-document.ts'

/** Georgian letters only occur in redacted words: a single one in exported text is a leak. */
const secretLetter = /[\u10D0-\u10FF]/u
const secrets = Array.from({ length: 12 }, (_, index) =>
  String.fromCodePoint(...Array.from({ length: 4 }, (__, at) => 0x10_d0 + index * 4 + at)),
)
const secret = (index: number): string => secrets[index] ?? ''

/** Redacted words among others, next to each other, at the start and end, and a redacted voice. */
function secretTranscript(): Transcript {
  const texts = [
    `${secret(0)} they said that ${secret(1)} lives in ${secret(2)} ${secret(3)}.`,
    `${secret(4)} ${secret(5)} ${secret(6)} ${secret(7)}`,
    `That is what ${secret(8)} thought of ${secret(9)}`,
  ]
  const base = conversation([])
  const paragraphs = texts.map((text, index) =>
    paragraph(`p${index + 1}`, index === 1 ? 's2' : 's1', saidWords(`c${index + 1}`, text, index * 2500)),
  )
  const words = paragraphs.flatMap((each) => (each.id === 'p2' ? [] : each.words))
  return {
    ...base,
    speakers: base.speakers.map((speaker) =>
      speaker.id === 's2' ? { ...speaker, redacted: true } : speaker,
    ),
    paragraphs,
    marks: [
      ...['c1.0', 'c1.4', 'c3.3', 'c3.6'].map((id) => ({
        id: `r ${id}`,
        kind: 'redaction' as const,
        fromWordId: id,
        toWordId: id,
        value: null,
      })),
      { id: 'r two', kind: 'redaction', fromWordId: 'c1.7', toWordId: 'c1.8', value: null },
      { id: 'r voice', kind: 'redaction', fromWordId: 'c2.0', toWordId: 'c2.3', value: null },
      { id: 'w', kind: 'wording', fromWordId: 'c1.4', toWordId: 'c1.4', value: secret(10) },
      {
        id: 't',
        kind: 'translation',
        fromWordId: 'c2.0',
        toWordId: 'c2.2',
        value: { language: 'ka', text: secret(11) },
      },
    ].filter(
      ({ fromWordId }) => fromWordId.startsWith('c2') || words.some(({ id }) => id === fromWordId),
    ) as Transcript['marks'],
  }
}

const limits = { durationMs: 8000 }
/** Random text is never secret. */
const publicChoices = choices.map((choice) => ({
  ...choice,
  text: choice.text.replaceAll(/[\u10A0-\u10FF\u2D00-\u2D2F]/gu, 'x'),
}))

/** Edits of a transcript; records which times words lose because a person says so. */
class Trial {
  transcript = secretTranscript()
  /** Times that must be silent. */
  readonly silent: TimeSpan[] = redactedTimes(this.transcript)
  readonly #states: Transcript[] = [this.transcript]
  readonly #done: LogEntry[] = []
  readonly #undone: LogEntry[] = []
  #number = 0

  step(choice: Choice, what: number): void {
    this.#number += 1
    const id = `e${this.#number}`
    if (what < 0.12) this.#takeBack(this.#done, this.#undone, id)
    else if (what < 0.18) this.#takeBack(this.#undone, this.#done, id)
    else if (what < 0.3) this.#moveText(choice, id)
    else if (what < 0.34) this.#replaceAll(choice, id)
    else if (what < 0.5) {
      const stale = this.#states[Math.floor(choice.where * this.#states.length)] ?? this.transcript
      this.#apply(editOn(stale, id, choice))
    } else this.#apply(editOn(this.transcript, id, choice))
    this.#states.push(this.transcript)
    if (this.#states.length > 4) this.#states.shift()
  }

  #apply(edit: Edit | null): void {
    if (edit === null) return
    const before = this.transcript
    const { transcript, carried } = carryEdits(before, [edit], limits)
    this.transcript = transcript
    for (const one of carried) {
      if (one.outcome !== 'applied') continue
      const { edit: done, inverse } = one
      this.#done.push({ edit: done, inverse, stepId: edit.id, undoes: null })
      this.#undone.length = 0
      if (done.kind === 'retime-word') this.#forget(before, done.wordId)
    }
  }

  /** A person sets where a word is: its former time no longer belongs to it. */
  #forget(before: Transcript, wordId: string): void {
    const word = transcriptWords(before).find(({ id }) => id === wordId)
    if (word === undefined || !redactedWords(before).has(wordId)) return
    const kept = this.silent.flatMap(({ startMs, endMs }) => [
      { startMs, endMs: Math.min(endMs, word.startMs) },
      { startMs: Math.max(startMs, word.endMs), endMs },
    ])
    this.silent.splice(0, this.silent.length, ...kept.filter(({ startMs, endMs }) => endMs > startMs))
  }

  #takeBack(from: LogEntry[], to: LogEntry[], id: string): void {
    const last = from.pop()
    if (last === undefined) return
    const { transcript, entry } = takeBack(this.transcript, { stepId: last.stepId, entries: [last] }, id)
    this.transcript = transcript
    to.push(entry)
  }

  /** Replaces each hit of a text, in redacted words too. */
  #replaceAll({ where, until, text }: Choice, id: string): void {
    const hit = [' ', 'th', 'a', secret(1).slice(1, 2), secret(5)][Math.floor(where * 5)] ?? ' '
    for (const [index, { id: paragraphId }] of this.transcript.paragraphs.entries()) {
      const there = this.transcript.paragraphs.find((each) => each.id === paragraphId)
      if (there === undefined) continue
      const next = paragraphText(there).replaceAll(hit, () => (until < 0.5 ? text : ` ${text} `))
      this.#apply(replaceTextEdit(this.transcript, { id: `${id}-${index}`, paragraphId, text: next }))
    }
  }

  /**
   * Letters are dragged from one position in a paragraph to another, or cut and pasted into another
   * paragraph.
   */
  #moveText({ where, until, kind }: Choice, id: string): void {
    const { paragraphs } = this.transcript
    const from = paragraphs[Math.floor(where * paragraphs.length)]
    const to = paragraphs[Math.floor(kind * paragraphs.length)]
    if (from === undefined || to === undefined) return
    const text = paragraphText(from)
    const start = Math.floor(until * text.length)
    const moved = text.slice(start, start + 7)
    const left = text.slice(0, start) + text.slice(start + 7)
    const fromRedacted = secretLetter.test(moved) ? { fromRedacted: [moved] } : {}
    this.#apply(replaceTextEdit(this.transcript, { id, paragraphId: from.id, text: left }))
    const target = this.transcript.paragraphs.find((each) => each.id === to.id)
    if (target === undefined) return
    const other = paragraphText(target)
    const at = Math.floor(until * kind * other.length)
    const next = `${other.slice(0, at)}${moved}${other.slice(at)}`
    this.#apply({
      ...replaceTextEdit(this.transcript, { id: `${id}b`, paragraphId: to.id, text: next }),
      ...fromRedacted,
    })
  }
}

/** As the program makes it: with the base of the text, and without removing a redaction. */
function editOn(transcript: Transcript, id: string, choice: Choice): Edit | null {
  const edit = randomEdit(transcript, id, choice)
  if (edit?.kind === 'remove-mark') {
    const kind = transcript.marks.find((mark) => mark.id === edit.markId)?.kind
    return kind === 'redaction' || kind === 'redacted-sound' ? null : edit
  }
  return edit?.kind === 'replace-text' ? replaceTextEdit(transcript, edit) : edit
}

const redactedTimes = (transcript: Transcript): TimeSpan[] => {
  const redacted = redactedWords(transcript)
  return transcriptWords(transcript)
    .filter(({ id }) => redacted.has(id))
    .map(({ startMs, endMs }) => ({ startMs, endMs }))
}

/** The text around the first secret letter; null without one. */
function leakIn(text: string): string | null {
  const at = secretLetter.exec(text)?.index
  return at === undefined ? null : text.slice(Math.max(0, at - 80), at + 20)
}

function checkNothingLeaves(trial: Trial): void {
  const { transcript } = trial
  const given = documentOf(transcript.paragraphs, transcript.marks)
  const document = redactedDocument({
    ...given,
    recording: { ...given.recording, durationMs: limits.durationMs },
    transcript,
  })
  expect(leakIn(JSON.stringify(document))).toBeNull()
  for (const { startMs, endMs } of [...trial.silent, ...redactedTimes(transcript)]) {
    const isSilent = document.silences?.some((span) => span.startMs <= startMs && span.endMs >= endMs)
    expect({ startMs, endMs, isSilent, silences: document.silences }).toMatchObject({ isSilent: true })
  }
}

const steps = fc.array(
  fc.tuple(
    publicChoices,
    fc.nat(999).map((share) => share / 1000),
  ),
  {
    minLength: 1,
    maxLength: 14,
  },
)

/** A redacted word is changed, while elsewhere a part of it is joined to the word before. */
const joinedElsewhere: [Choice, number][] = [
  [{ kind: 0, where: 0, until: 0.4445, text: 'went' }, 0.34],
  [{ kind: 0, where: 0.15, until: 0.4223, text: '' }, 0.34],
]
/** Two redacted words are removed within a redaction; then the edges of its last one are moved. */
const removedThenMoved: [Choice, number][] = [
  [{ kind: 0.6667, where: 0.6667, until: 0.2122, text: '' }, 0.18],
  [{ kind: 0, where: 0.6667, until: 0.3334, text: '' }, 0.18],
  [{ kind: 0.5, where: 0.8423, until: 0.0948, text: ' ' }, 0.421],
]

it('no letter and no sound of a redacted word leaves, whatever is edited', () => {
  fc.assert(
    fc.property(steps, (walk) => {
      const trial = new Trial()
      checkNothingLeaves(trial)
      for (const [choice, what] of walk) {
        trial.step(choice, what)
        expect(lint(trial.transcript, limits.durationMs)).toEqual([])
        checkNothingLeaves(trial)
      }
    }),
    { numRuns: 150, examples: [[joinedElsewhere], [removedThenMoved]] },
  )
})

it('no letter of a redacted word is in any format, whatever was edited', () => {
  fc.assert(
    fc.property(steps, (walk) => {
      const trial = new Trial()
      for (const [choice, what] of walk) trial.step(choice, what)
      const { transcript } = trial
      const document = redactedDocument({
        ...documentOf(transcript.paragraphs, transcript.marks),
        transcript,
      })
      for (const format of Object.values(formats)) {
        expect(leakIn(format.write?.(document, english).text ?? '')).toBeNull()
        const bytes = format.writeBytes?.(document, english).bytes ?? new Uint8Array()
        expect(leakIn(textsIn(bytes))).toBeNull()
      }
    }),
    { numRuns: 20 },
  )
})

/** The bytes as text, of an archive those of its files: packed bytes are any letters by chance. */
function textsIn(bytes: Uint8Array): string {
  const files = strFromU8(bytes.subarray(0, 2)) === 'PK' ? Object.values(unzipSync(bytes)) : [bytes]
  return files.map((file) => Buffer.from(file).toString('utf8')).join('\n')
}

it('refuses nothing that it should not: an undo brings back exactly what was there', () => {
  fc.assert(
    fc.property(publicChoices, (choice) => {
      const before = secretTranscript()
      const edit = editOn(before, 'e', choice)
      if (edit === null) return
      try {
        const { transcript, inverse } = applyEdit(before, edit, limits)
        expect(applyEdit(transcript, inverse).transcript).toEqual(before)
      } catch (error) {
        if (!(error instanceof EditRefused)) throw error
      }
    }),
    { numRuns: 500 },
  )
})
