import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from '../project-root.ts'

export interface FedLine {
  readonly kind: 'started' | 'hour' | 'done'
  readonly atMs?: number
  readonly hour?: number
  readonly rssBytes: number
  readonly cpuMs: number
}

/** Starts feed-writer.ts; `lines` end when it does. */
export function startFedWriter(
  dataFolder: string,
  speed: number,
  hours: number,
): { readonly child: ChildProcess; readonly lines: AsyncIterable<FedLine>; readonly ended: Promise<void> } {
  const script = path.join(projectRoot, 'bench', 'record', 'feed-writer.ts')
  const words = ['--disable-warning=ExperimentalWarning', script, dataFolder, String(speed), String(hours)]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return { child, lines: parsedLines(child), ended }
}

async function* parsedLines(child: ChildProcess): AsyncGenerator<FedLine> {
  if (child.stdout === null) return
  for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line) as FedLine
}
