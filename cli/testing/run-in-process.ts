import { main } from '../main.ts'
import { environmentFor, type ParoloResult, type RunParoloOptions } from './run-parolo.ts'

let last: Promise<unknown> = Promise.resolve()

/**
 * Does what `runParolo` does within the test's process, in a tenth of the time: for tests of what a command
 * prints and writes. Runs one at a time, as working folder and environment belong to the whole process. Tests
 * about processes (signals, exits, several at once) need `runParolo`.
 */
export function runInProcess(
  words: readonly string[],
  options: Omit<RunParoloOptions, 'under' | 'ownGroup'>,
): Promise<ParoloResult> {
  const result = last.then(() => runAlone(words, options))
  last = result.catch(() => undefined)
  return result
}

async function runAlone(words: readonly string[], options: RunParoloOptions): Promise<ParoloResult> {
  const [folder, environment] = [process.cwd(), { ...process.env }]
  const stdout: Uint8Array[] = []
  let stderr = ''
  const startedAt = performance.now()
  process.chdir(options.folder)
  setEnvironment(environmentFor(options))
  try {
    const exitCode = await main(words, {
      stdout: { write: (content) => stdout.push(Buffer.from(content as string)) },
      stderr: { write: (content) => (stderr += content) },
    })
    const seconds = (performance.now() - startedAt) / 1000
    return { exitCode, stdout: Buffer.concat(stdout).toString('utf8'), stderr, seconds }
  } finally {
    setEnvironment(environment)
    process.chdir(folder)
  }
}

/** `process.env` itself stays, as modules may hold it. */
function setEnvironment(wanted: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env))
    if (!(name in wanted)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, wanted)
}
