import type { Studio } from '#studio/studio'
import { namedRecording, openDocument } from '../../library/named-recording.ts'
import type { Invocation } from '../../options/arguments.ts'
import { printResult } from '../../results/results.ts'
import type { Terminal } from '../../terminal/terminal.ts'

export async function runShow(studio: Studio, terminal: Terminal, invocation: Invocation): Promise<number> {
  const { document } = await openDocument(studio, await namedRecording(studio, invocation))
  await printResult(terminal, document, 'txt', { name: document.recording.title })
  return 0
}
