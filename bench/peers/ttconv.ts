import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runMeasured } from '../measure/run-measured.ts'

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

/** The Python that has ttconv, in the user's cache folder; installed once, from the Python package registry. */
async function pythonWithTtconv(say: (line: string) => void): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache')
  const folder = path.join(cache, 'parolo-bench', `ttconv-${TTCONV_VERSION}`)
  const isWindows = process.platform === 'win32'
  const python = path.join(folder, isWindows ? 'Scripts/python.exe' : 'bin/python')
  const script = path.join(folder, isWindows ? 'Scripts/tt.exe' : 'bin/tt')
  if (existsSync(script)) return python
  say('  installing ttconv (once) …')
  await runMeasured(isWindows ? 'python' : 'python3', ['-m', 'venv', folder])
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check']
  await runMeasured(python, [...pip, `ttconv==${TTCONV_VERSION}`])
  return python
}

/** The files as ttconv reads them, by name. */
export async function readWithTtconv(
  files: readonly TimedTextFile[],
  say: (line: string) => void,
): Promise<ReadonlyMap<string, ShownText>> {
  const python = await pythonWithTtconv(say)
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
