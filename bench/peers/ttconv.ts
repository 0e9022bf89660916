import { fileURLToPath } from 'node:url'
import { runMeasured } from '../measure/run-measured.ts'
import { pythonWith } from './python-packages.ts'

export const TTCONV_VERSION = '1.2.3'

export interface TimedTextFile {
  readonly name: string
  readonly kind: 'ttml' | 'stl'
  readonly bytes: Uint8Array
}

/** What is shown from each time on, in ms; or why it was not read. */
export type ShownText =
  | { readonly shown: readonly (readonly [number, string])[] }
  | { readonly error: string }

/** The files as ttconv reads them, by name. */
export async function readWithTtconv(
  files: readonly TimedTextFile[],
  say: (line: string) => void,
): Promise<ReadonlyMap<string, ShownText>> {
  const python = await pythonWith([`ttconv==${TTCONV_VERSION}`], 'tt', say)
  const script = fileURLToPath(new URL('./ttconv_isds.py', import.meta.url))
  const input = files.map(({ name, kind, bytes }) => ({
    name,
    kind,
    base64: Buffer.from(bytes).toString('base64'),
  }))
  const { stdout } = await runMeasured(python, [script], { input: JSON.stringify(input) })
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ShownText & { name: string })
  return new Map(lines.map(({ name, ...shown }) => [name, shown]))
}
