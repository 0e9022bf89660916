import * as fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { findCorrections } from '#core/corrections/find-corrections'
import { openCorrections } from '#core/corrections/open-corrections'
import { readReturned } from '#core/corrections/readers/read-returned'
import { type ReturnedFormat, returnedFormats } from '#core/corrections/returned-formats'
import { acceptCorrections, correctionsForAll } from '#core/corrections/settle-corrections'
import { type ShownBlock, shownText } from '#core/corrections/shown-text'
import { proposed } from '#core/corrections/testing/proposed'
import { tokensOf } from '#core/corrections/text-tokens'
import { applyEdits } from '#core/edits/apply-edits'
import { paragraph, saidWords } from '#core/edits/testing/samples'
import { redactedDocument } from '#core/redaction/redacted-document'
import { lint } from '#core/transcript/lint'
import { speakerNames } from '#core/transcript/speaker-names'
import { type Mark, type Transcript, transcriptWords } from '#core/transcript/transcript'
import { labelIn, makeExport, type MakeExportOptions } from '../export/make-export.ts'
import { typeChanges } from './testing/typed-changes.ts'

const label = labelIn('en')

/** Words that all differ; among them fillers, and a number that is shown in digits. */
const saidText = fc
  .array(
    fc.constantFrom('iron', 'fuse,', 'toast.', 'Okonjo', 'garden', 'it’s', 'vraiment\u202F?', 'um', 'R&D'),
    {
      minLength: 8,
      maxLength: 18,
    },
  )
  .chain((words) =>
    fc.record({ words: fc.constant(words), number: fc.option(fc.nat(words.length - 2)), speaker: fc.nat(2) }),
  )
const change = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('replace', 'insert', 'delete', 'break', 'join', 'wrap'),
  text: fc.constantFrom('kettle', 'Kettle,', 'in the shed', 'M&S', '5*3', '“Oh”', 'qu’il'),
})
const span = fc.record({ paragraph: fc.nat(), at: fc.nat(), length: fc.integer({ min: 1, max: 3 }) })
const cases = fc.record({
  said: fc.array(saidText, { minLength: 2, maxLength: 4 }),
  redaction: fc.option(span),
  marks: fc.array(fc.tuple(fc.constantFrom('comment', 'bookmark', 'wording'), span), { maxLength: 2 }),
  fillers: fc.boolean(),
  numbers: fc.boolean(),
  names: fc.constantFrom('usual', 'change', 'none'),
  isWindows: fc.boolean(),
  isTracked: fc.boolean(),
  changes: fc.array(change, { maxLength: 4 }),
})
type Case = typeof cases extends fc.Arbitrary<infer Each> ? Each : never

const letters = (number: number): string =>
  String(number).replaceAll(/\d/gu, (digit) => String.fromCharCode(97 + Number(digit)))
const hundreds = ['ninety one', 'ninety two', 'ninety three', 'ninety four']

function talk({ said, redaction, marks, fillers, numbers }: Case): Transcript {
  let count = 10
  const own = (word: string): string =>
    word === 'um' ? word : word.replace(/\p{L}+/u, `$&${letters((count += 1))}`)
  const paragraphs = said.map(({ words, number, speaker }, index) => {
    const named = words.map((word, at) =>
      own(word === 'um' && (at === 0 || words.indexOf('um') < at) ? 'iron' : word),
    )
    if (number !== null) named.splice(number + 1, 0, hundreds[index] ?? '')
    const id = speaker === 0 ? null : `s${speaker}`
    return paragraph(`p${index}`, id, saidWords(`c${index}`, named.join(' '), index * 10_000))
  })
  const between = ({ paragraph: of, at, length }: Exclude<Case['redaction'], null>) => {
    const { words = [] } = paragraphs[of % paragraphs.length] ?? {}
    const from = at % words.length
    const [fromWordId, toWordId] = [
      words[from]?.id ?? '',
      words[Math.min(words.length, from + length) - 1]?.id ?? '',
    ]
    return { fromWordId, toWordId }
  }
  const all = marks.map(([kind, place], index): Mark =>
    kind === 'bookmark'
      ? { id: `m${index}`, kind, ...between(place), value: null }
      : { id: `m${index}`, kind, ...between(place), value: `own ${letters(index)}text` },
  )
  return {
    id: 't',
    recordingId: 'r',
    language: 'en',
    run: { program: '', version: '', models: [], settings: {} },
    speakers: [
      { id: 's1', name: 'Anne-Marie', colour: 0, groupId: null },
      { id: 's2', name: null, colour: 1, groupId: null },
    ],
    turns: [],
    paragraphs,
    marks: [
      ...(redaction === null
        ? []
        : [{ id: 'r', kind: 'redaction', ...between(redaction), value: '[hidden]' } as const]),
      ...all,
    ],
    ...(fillers ? { fillers: 'hidden' } : {}),
    ...(numbers ? { numbers: 'digits' } : {}),
  }
}

const documentOf = (transcript: Transcript) =>
  redactedDocument(
    { recording: { title: 'Talk', fileName: 'talk.mp3', durationMs: 60_000, sha256: '' }, transcript },
    transcript,
  )

const choicesOf = ({ names }: Case): MakeExportOptions =>
  names === 'none'
    ? { speakerNames: false, times: false }
    : names === 'change'
      ? { captionNames: 'change' }
      : {}

async function exported(transcript: Transcript, format: ReturnedFormat, options: MakeExportOptions) {
  const { bytes } = await makeExport(documentOf(transcript), format, options)
  if (format !== 'docx') return { text: strFromU8(bytes), bytesOf: strToU8 }
  const files = unzipSync(bytes)
  const name = 'word/document.xml'
  return {
    text: strFromU8(files[name] ?? new Uint8Array()),
    bytesOf: (text: string) => zipSync({ ...files, [name]: strToU8(text) }, { level: 0 }),
  }
}

const windowsLines = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`

/** The words of the corrected file, and of the one that is exported when all was accepted. */
async function thereAndBack(
  format: ReturnedFormat,
  given: Case,
): Promise<{ readonly corrected: readonly string[]; readonly again: readonly string[] }> {
  const { shownAs } = returnedFormats[format]
  const tokens = (texts: readonly string[]): string[] =>
    // What is left of a number, part of which was replaced, may be shown in digits.
    tokensOf([texts.join(' ')], shownAs).map(({ key }) => (key === 'ninety' ? '90' : key))
  const before = talk(given)
  expect(lint(before)).toEqual([])
  const names = new Set(speakerNames(before.speakers, label).values())
  const shown = (transcript: Transcript): ShownBlock[] =>
    shownText(transcript, documentOf(transcript), shownAs, label)
  const options = choicesOf(given)
  const file = await exported(before, format, options)
  const typed = typeChanges(format, file.text, shown(before), given.changes, given.isTracked)
  const isPlain = format !== 'docx' && given.isWindows
  const bytes = file.bytesOf(isPlain ? windowsLines(typed.text) : typed.text)
  const returned = readReturned(`a.${format}`, bytes, names)
  const exportedAs = { source: before, outgoing: documentOf(before) }
  const { items } = findCorrections(exportedAs, shown(before), returned, shownAs)
  if (!typed.isChanged) expect(items).toEqual([])
  expect(items.filter(({ kind }) => kind !== 'words' && kind !== 'wording')).toEqual([])
  const set = proposed(items)
  const open = correctionsForAll(openCorrections(before, [set]), { withNames: true })
  expect(open).toHaveLength(items.length)
  const { transcript: after, inverse } = applyEdits(before, acceptCorrections(before, open))
  expect(lint(after)).toEqual([])
  expect(openCorrections(after, [set])).toEqual([])
  const again = await exported(after, format, options)
  const reread = readReturned(`a.${format}`, again.bytesOf(again.text), names)
  const textsOf = (document: typeof reread): string[] => document.blocks.map(({ text }) => text)
  expect(tokens(textsOf(reread)).filter((key) => !key.startsWith('[hidden]'))).toEqual(tokens(typed.words))
  expectUntouched(
    before,
    after,
    items.flatMap((item) => (item.kind === 'words' ? item : [])),
  )
  expect(applyEdits(after, [inverse]).transcript).toEqual(before)
  return { corrected: tokens(textsOf(returned)), again: tokens(textsOf(reread)) }
}

function expectUntouched(
  before: Transcript,
  after: Transcript,
  items: readonly {
    readonly expected: readonly { readonly id: string }[]
    readonly wordBeforeId: string | null
    readonly wordAfterId: string | null
  }[],
): void {
  const corrected = new Set(items.flatMap(({ expected }) => expected.map(({ id }) => id)))
  const beside = new Set(items.flatMap(({ wordBeforeId, wordAfterId }) => [wordBeforeId, wordAfterId]))
  const kept = new Map(transcriptWords(after).map((word) => [word.id, word]))
  for (const word of transcriptWords(before)) {
    if (corrected.has(word.id)) continue
    const now = kept.get(word.id)
    expect(now).toMatchObject({ text: word.text, confidence: word.confidence, origin: word.origin })
    // An inserted word without room takes 20 ms from its neighbors.
    if (!beside.has(word.id)) expect(now).toMatchObject({ startMs: word.startMs, endMs: word.endMs })
    expect(now?.startMs).toBeGreaterThanOrEqual(word.startMs)
    expect(now?.endMs).toBeLessThanOrEqual(word.endMs)
  }
  const isKept = ({ fromWordId, toWordId }: Mark): boolean =>
    !corrected.has(fromWordId) && !corrected.has(toWordId)
  expect(after.marks).toEqual(
    expect.arrayContaining(before.marks.filter((mark) => mark.kind !== 'wording' && isKept(mark))),
  )
  // One goes with the last of its words.
  const ids = new Set(before.marks.map(({ id }) => id))
  expect(after.marks.every(({ id }) => ids.has(id))).toBe(true)
}

it.each(Object.keys(returnedFormats) as ReturnedFormat[])(
  'a %s that is corrected in any way gives, with all accepted, its text; other words and marks are the same, undo restores all',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const { corrected, again } = await thereAndBack(format, given)
        expect(again).toEqual(corrected)
      }),
      // A Word document takes ten times as long.
      { numRuns: format === 'docx' ? 2 : 10 },
    )
  },
)
