import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { TranscriptDocument } from '#core/transcript/document'
import { readJson } from '#core/formats/json/json-reader'
import { projectRoot } from '../project-root.ts'
import { type MeasuredRun, runMeasured } from './run-measured.ts'

export interface ParoloOptions {
  readonly data: string
  readonly out: string
  readonly language: string
  readonly speakers?: number
  readonly quick?: boolean
  /** Default: the embedded one. */
  readonly model?: string
  readonly metered?: boolean
}

/**
 * The command line as started by a person, on files with distinct names; results are written to `out` as
 * JSON.
 */
export function runParolo(files: readonly string[], options: ParoloOptions): Promise<MeasuredRun> {
  const words = ['transcribe', ...files, '--language', options.language, '--format', 'json']
  words.push('--data', options.data, '--out', options.out, '--progress', 'json')
  if (options.speakers !== undefined) words.push('--speakers', String(options.speakers))
  if (options.model !== undefined) words.push('--model', options.model)
  if (options.quick === true) words.push('--quick')
  return runMeasured(process.execPath, [path.join(projectRoot, 'scripts', 'run.mjs'), ...words], {
    metered: options.metered === true,
  })
}

/** The result of a run for a file. */
export async function readResult(file: string, out: string): Promise<TranscriptDocument> {
  const text = await readFile(path.join(out, `${path.parse(file).name}.parolo.json`), 'utf8')
  return readJson(text).document
}
