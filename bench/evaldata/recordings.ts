import { readFileSync } from 'node:fs'
import path from 'node:path'

export type SpeechKind = 'meeting' | 'phone' | 'talk' | 'read'

/** A recording with its reference text. */
export interface EvalRecording {
  /** Path in the evaldata folder, as in `refs.tsv`. */
  readonly name: string
  readonly path: string
  readonly language: string
  readonly kind: SpeechKind
  readonly seconds: number
  readonly reference: string
}

/** The kind of speech in each folder, from the notes there. */
const KINDS: readonly (readonly [folder: string, kind: SpeechKind])[] = [
  ['der/ami/', 'meeting'],
  ['der/pyannote-sample/', 'phone'],
  ['wer/mfa/', 'talk'],
  ['wer/jfk/', 'talk'],
  ['wer/', 'read'],
]

/** The recordings in `refs.tsv`, in order. */
export function readRecordings(evaldata: string): EvalRecording[] {
  return readTable(path.join(evaldata, 'refs.tsv')).map((row) => {
    const name = field(row, 'audio')
    return {
      name,
      path: path.join(evaldata, name),
      language: field(row, 'lang'),
      kind: KINDS.find(([folder]) => name.startsWith(folder))?.[1] ?? 'read',
      seconds: Number(field(row, 'seconds')),
      reference: field(row, 'reference'),
    }
  })
}

/** Rows of a tab-separated file, keyed by the names in its first line. */
export function readTable(file: string): ReadonlyMap<string, string>[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/u)
  const names = head.split('\t')
  return lines.map((line) => {
    const fields = line.split('\t')
    return new Map(names.map((name, index) => [name, fields[index] ?? '']))
  })
}

export function field(row: ReadonlyMap<string, string>, name: string): string {
  const value = row.get(name)
  if (value === undefined) throw new Error(`the table has no column "${name}"`)
  return value
}
