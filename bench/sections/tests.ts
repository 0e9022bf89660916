import { spawn } from 'node:child_process'
import path from 'node:path'
import { median } from '../editor/statistics.ts'
import { projectRoot } from '../project-root.ts'
import { met, table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

const ROUNDS = 3
const MAX_SECONDS = 300

interface Round {
  readonly seconds: number
  /** The last line, `N passed, N failed`. */
  readonly result: string
}

/** What somebody waits for before a commit: `npm test`, with its build. */
export async function measureTests({ say }: BenchContext): Promise<string> {
  const rounds: Round[] = []
  for (let round = 1; round <= ROUNDS; round += 1) {
    say(`  npm test, ${round} of ${ROUNDS}`)
    rounds.push(await runTests())
  }
  const seconds = median(rounds.map((round) => round.seconds))
  return [
    '`npm test`, install apart, build included:',
    '',
    table(
      ['round', 'minutes', 'result'],
      rounds.map((round, index) => [String(index + 1), minutes(round.seconds), round.result]),
    ),
    '',
    `Median ${minutes(seconds)}, aim under ${minutes(MAX_SECONDS)}: ${met(seconds < MAX_SECONDS)}.`,
  ].join('\n')
}

function runTests(): Promise<Round> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [path.join('scripts', 'test.mjs')], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let end = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    end = `${end}${text}`.slice(-1_000)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => {
      const result = /\d+ passed, \d+ failed\s*$/u.exec(end)?.[0].trim()
      if (result === undefined) reject(new Error(`npm test ended without its last line: ${end}`))
      else resolve({ seconds: (performance.now() - startedAt) / 1_000, result })
    })
  })
}

function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
