import { readFile, writeFile } from 'node:fs/promises'
import { Fault } from '#contracts/errors'
import { redactedSilences } from '#core/redaction/redacted-document'
import { redactedWords } from '#core/transcript/redacted-words'
import type { TimeSpan } from '#core/transcript/time-span'
import { codeOf } from '../faults/error-code.ts'
import type { Library } from '../library/library.ts'
import { currentTranscript } from './current-transcript.ts'

/** The transcript that a file is made of: itself, or the one that a recording has as its current one, if it has one by then. */
export type ExportedText = { readonly transcriptId: string } | { readonly currentOf: string }

/** What is redacted of the text of a file that is kept for a browser stands beside it. */
export const REDACTIONS = '.redactions'

/**
 * Makes a file, and again if words were redacted meanwhile: what is redacted before a file stands in its place is not in it.
 * `make` calls `beforeMoved` when the file is whole. `kept`: the file, if it is kept for a browser (`isRedactedSince`).
 */
export async function withNewestRedactions<Result>(
  library: Library,
  of: ExportedText,
  make: (beforeMoved: () => Promise<void>) => Promise<Result>,
  kept: string | null = null,
): Promise<Result> {
  for (;;) {
    let isOld = false
    const before = JSON.stringify(await redactionsOf(library, of))
    const beforeMoved = async (): Promise<void> => {
      isOld = JSON.stringify(await redactionsOf(library, of)) !== before
      if (isOld) throw new Error('words were redacted while the file was made')
    }
    try {
      const made = await make(beforeMoved)
      if (kept !== null) await writeFile(kept + REDACTIONS, before)
      return made
    } catch (error) {
      if (!isOld) throw error
    }
  }
}

/**
 * The same for files of a document that was read before and is used for several: the returned function throws
 * `export.redacted-meanwhile`. Called before the document is read.
 */
export async function refuseNewRedactions(
  library: Library,
  of: ExportedText,
  file: string,
): Promise<() => Promise<void>> {
  const before = JSON.stringify(await redactionsOf(library, of))
  return async () => {
    if (JSON.stringify(await redactionsOf(library, of)) !== before)
      throw new Fault('export.redacted-meanwhile', { file })
  }
}

/** Whether words or a voice were redacted after a file was made that is kept for a browser. */
export async function isRedactedSince(library: Library, of: ExportedText, kept: string): Promise<boolean> {
  const text = await readFile(kept + REDACTIONS, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (text === null) return false
  const before = JSON.parse(text) as Redactions
  const now = await redactionsOf(library, of)
  const known = new Set([...before.words, ...before.speakers])
  return [...now.words, ...now.speakers].some((id) => !known.has(id))
}

/** Ids of the words and voices that are redacted in one text, and the times of the sound. */
interface Redactions {
  readonly words: readonly string[]
  readonly silences: readonly TimeSpan[]
  readonly speakers: readonly string[]
}

async function redactionsOf(library: Library, of: ExportedText): Promise<Redactions> {
  const id = 'transcriptId' in of ? of.transcriptId : (await currentTranscript(library, of.currentOf))?.id
  if (id === undefined) return { words: [], silences: [], speakers: [] }
  const transcript = await library.transcript(id)
  const words = redactedWords(transcript)
  const speakers = transcript.speakers.flatMap((speaker) => (speaker.redacted === true ? speaker.id : []))
  return { words: [...words.keys()], silences: redactedSilences(transcript, words), speakers }
}
