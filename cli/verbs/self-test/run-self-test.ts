import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import { programVersion } from '#studio/studio'
import type { Terminal } from '../../terminal/terminal.ts'
import { PartFailed, type SelfTestPart } from './self-test-part.ts'
import { namesOfThisComputer, withoutNames } from './without-names.ts'

/** Tries each part, in a temporary folder, and prints a line about it. Returns the exit code. Fault: `job.cancelled`. */
export async function runSelfTest(
  terminal: Terminal,
  parts: readonly SelfTestPart[],
  signal: AbortSignal,
): Promise<number> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-self-test-'))
  const names = namesOfThisComputer()
  let failed = 0
  try {
    terminal.lines([await thisProgram()])
    for (const part of parts) {
      const name = terminal.words(part.name)
      try {
        const outcome = await part.run({ folder, terminal, signal })
        const more = outcome.state === 'passed' ? outcome.more : outcome.why
        terminal.lines([[terminal.words(`self-test.${outcome.state}`), name, more]])
      } catch (error) {
        if (signal.aborted) throw new Fault('job.cancelled', {}, undefined, error)
        failed++
        terminal.lines([
          [terminal.words('self-test.failed'), name, withoutNames(reasonOf(error, terminal), names)],
        ])
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  terminal.lines([
    failed === 0 ? terminal.words('self-test.well') : terminal.words('self-test.wrong', { count: failed }),
  ])
  return failed === 0 ? 0 : 1
}

async function thisProgram(): Promise<string> {
  const { node } = process.versions
  return `Parolo ${await programVersion()}, Node ${node}, ${process.platform} ${os.release()} ${process.arch}`
}

function reasonOf(error: unknown, { language }: Terminal): string {
  if (error instanceof PartFailed) return error.message
  const { code, message, remedy, detail } = describeFault(error, language, 'terminal')
  const [first] = (detail ?? '').split('\n')
  return `${[message, remedy].filter(Boolean).join(' ')} (${[code, first].filter(Boolean).join(': ')})`
}
