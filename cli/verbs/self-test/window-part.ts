import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { WINDOW_TEST, WindowTest } from '#contracts/window-test'
import { factsOfThisProgram, findWindow } from './find-window.ts'
import { PartFailed, type SelfTestPart, type Trial } from './self-test-part.ts'

const MAX_MS = 120_000

/** The program of the window opens its page unseen and reports whether that is isolated. */
export const windowPart: SelfTestPart = {
  name: 'self-test.window',
  async run(trial) {
    const { terminal } = trial
    const found = findWindow(factsOfThisProgram())
    if ('why' in found) return { state: 'not-tried', why: terminal.words(`self-test.${found.why}`) }
    const { electron: version, hasBridge, isConfined, reachesSystem } = await open(trial, found)
    if (reachesSystem || !hasBridge || isConfined === false)
      throw new PartFailed(terminal.words('self-test.window.not-isolated'))
    return { state: 'passed', more: terminal.words('self-test.window.more', { version }) }
  },
}

async function open(
  { folder, signal, terminal }: Trial,
  { command, words }: { readonly command: string; readonly words: readonly string[] },
): Promise<WindowTest> {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env
  const file = path.join(folder, 'window.json')
  const profile = path.join(folder, 'window')
  try {
    await promisify(execFile)(command, [`--user-data-dir=${profile}`, ...words, `${WINDOW_TEST}=${file}`], {
      env,
      signal,
      timeout: MAX_MS,
      windowsHide: true,
    })
    return WindowTest.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    const { stderr } = error as { readonly stderr?: unknown }
    const said = typeof stderr === 'string' ? stderr.trim() : String(error)
    throw new PartFailed(`${terminal.words('self-test.window.ended')} ${worstLine(said)}`.trim(), {
      cause: error,
    })
  }
}

/** The last that Chromium calls fatal, else an error, else the last of all. */
function worstLine(said: string): string {
  const lines = said.split('\n')
  for (const mark of [':FATAL:', ':ERROR:']) {
    const found = lines.findLast((line) => line.includes(mark))
    if (found !== undefined) return found
  }
  return lines.at(-1) ?? ''
}
