import { statSync } from 'node:fs'
import path from 'node:path'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { applyEdits } from '#core/edits/apply-edits'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import { openStore } from '#studio/library/database/open-store'
import { unpackTranscript } from '#studio/library/stored-transcript'
import { createLibraryCalls } from '#studio/library/worker/library-calls'
import { median } from '../editor/statistics.ts'
import { imported, syntheticDocument } from '../library/fill-library.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { met, table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

const KEYS = 20_000
const PARAGRAPHS = 20
const WORDS = 150
/** Consecutive keys in one word: one step of undo. */
const KEYS_A_STEP = 8
const MAX_BYTES_PER_KEY = 300

/** What the library stores for each key typed in long paragraphs. */
export function measureEditLog({ say }: BenchContext): Promise<string> {
  return inWorkFolder((folder) => {
    const { store } = openStore(folder)
    try {
      const calls = createLibraryCalls(store)
      const { transcriptId } = calls.importTranscript(imported(longParagraphs()))
      const before = fileBytes(folder, () => store.database.pragma('wal_checkpoint(TRUNCATE)'))
      say(`  ${KEYS} keys`)
      const took = typeKeys(calls, transcriptId)
      const after = fileBytes(folder, () => store.database.pragma('wal_checkpoint(TRUNCATE)'))
      const columns = store.rows<{ name: string; bytes: number }>(COLUMN_BYTES)
      const aKey = columns.reduce((sum, { bytes }) => sum + bytes, 0)
      const events = store.row<{ bytes: number }>(
        'SELECT sum(length(kind) + length(touched)) AS bytes FROM events',
      )
      const rows = [
        ...columns.map(({ name, bytes }) => [`\`${name}\``, inBytes(bytes), '', '']),
        ['all columns', inBytes(aKey), inBytes(MAX_BYTES_PER_KEY), met(aKey <= MAX_BYTES_PER_KEY)],
        ['the file `library.db`, a key', inBytes((after - before) / KEYS), '', ''],
        [`the file after ${KEYS} keys`, inMegabytes(after - before), '', ''],
        ['of that, events', inMegabytes(events?.bytes ?? 0), '', ''],
        ['the call of one key, median', `${median(took).toFixed(2)} ms`, '', ''],
      ]
      return Promise.resolve(
        [
          `${KEYS} keys, one a call as the page sends them, in ${PARAGRAPHS} paragraphs of ${WORDS} words: letters, spaces and`,
          `Backspace, ${KEYS_A_STEP} in a word. Bytes of the log a key, the inverse among them.`,
          '',
          table(['what', 'measured', 'aim at most', ''], rows),
        ].join('\n'),
      )
    } finally {
      store.close()
    }
  })
}

const COLUMNS = ['transcript_id', 'number', 'base_number', 'edit', 'inverse', 'step_id', 'undoes', 'typing']
const COLUMN_BYTES = COLUMNS.map(
  (name) => `SELECT '${name}' AS name, avg(coalesce(length(CAST(${name} AS BLOB)), 0)) AS bytes FROM edits`,
).join(' UNION ALL ')

function longParagraphs() {
  const document = syntheticDocument(0, PARAGRAPHS * WORDS)
  const words = document.transcript.paragraphs.flatMap((paragraph) => paragraph.words)
  const [first] = document.transcript.paragraphs
  if (first === undefined) throw new Error('A synthetic text has paragraphs')
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, index) => ({
    ...first,
    id: `p:c${index}.0`,
    // With ids as from the recognizer.
    words: words.slice(index * WORDS, (index + 1) * WORDS).map((word, place) => ({
      ...word,
      id: `c${index}.${place}`,
      before: place === 0 ? '' : ' ',
    })),
  }))
  return { ...document, transcript: { ...document.transcript, paragraphs } }
}

/** @returns how long each key took, in ms */
function typeKeys(calls: ReturnType<typeof createLibraryCalls>, transcriptId: string): number[] {
  let transcript: Transcript = unpackTranscript(calls.storedTranscript(transcriptId))
  let baseNumber = 0
  let cursor = 0
  const took: number[] = []
  for (let key = 0; key < KEYS; key += 1) {
    const step = Math.floor(key / KEYS_A_STEP)
    const paragraph = transcript.paragraphs[Math.floor(step / 2) % PARAGRAPHS]
    if (paragraph === undefined) throw new Error('A paragraph is gone')
    const old = paragraphText(paragraph)
    // Every second step deletes what the previous one typed.
    const isBackspace = step % 2 === 1
    if (!isBackspace && key % KEYS_A_STEP === 0) cursor = inWord(old, step)
    const text = isBackspace
      ? old.slice(0, cursor - 1) + old.slice(cursor)
      : old.slice(0, cursor) + letter(key) + old.slice(cursor)
    cursor += isBackspace ? -1 : 1
    const id = `0a1b2c3d-4e5f-${key * 2}`
    const edit = replaceTextEdit(transcript, { id, paragraphId: paragraph.id, text })
    const startedAt = performance.now()
    const stepId = `0a1b2c3d-4e5f-${step * KEYS_A_STEP * 2}`
    const outcome = calls.applyEdits(transcriptId, [edit], { baseNumber, stepId })
    took.push(performance.now() - startedAt)
    baseNumber = outcome.editNumber
    transcript = applyEdits(transcript, [edit]).transcript
  }
  return took
}

/** After the first letter of one of the words. */
function inWord(text: string, step: number): number {
  const from = text.indexOf(' ', (step * 97) % (text.length - 100))
  return from + 2
}

/** One in six is a space. */
const letter = (key: number): string => (key % 6 === 5 ? ' ' : String.fromCodePoint(97 + (key % 26)))

function fileBytes(folder: string, settle: () => unknown): number {
  settle()
  return statSync(path.join(folder, 'library.db')).size
}

const inBytes = (bytes: number): string => `${bytes.toFixed(0)} bytes`
const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
