import { fileURLToPath } from 'node:url'
import { runMeasured } from '../measure/run-measured.ts'
import { pythonWith } from './python-packages.ts'

/** Which formats each program reads. */
export const captionReaders = {
  pysubs2: ['srt', 'vtt', 'ass'],
  'webvtt-py': ['srt', 'vtt', 'sbv'],
} as const

export const captionReaderVersions = { pysubs2: '1.8.1', 'webvtt-py': '0.6.0' } as const

export type CaptionReader = keyof typeof captionReaders

export interface CaptionFile {
  readonly name: string
  readonly reader: CaptionReader
  readonly format: string
  readonly text: string
}

/** A cue: start and end in ms, its text, the letters of it that are in italics. */
export type ReadCaption = readonly [startMs: number, endMs: number, text: string, italics: string]

export type ReadCaptions = { readonly cues: readonly ReadCaption[] } | { readonly error: string }

/** The files as these programs read them, in the same order. */
export async function readWithOthers(
  files: readonly CaptionFile[],
  say: (line: string) => void,
): Promise<readonly ReadCaptions[]> {
  const packages = Object.entries(captionReaderVersions).map(([name, version]) => `${name}==${version}`)
  const python = await pythonWith(packages, 'webvtt', say)
  const script = fileURLToPath(new URL('./caption_cues.py', import.meta.url))
  const { stdout } = await runMeasured(python, [script], { input: JSON.stringify(files) })
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ReadCaptions)
}
