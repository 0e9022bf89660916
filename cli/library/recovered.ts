import { describeFault } from '#contracts/describe-fault'
import { readPreferences } from '#studio/preferences'
import { type Recovery, recoverRecordings } from '#studio/recording/recover-recordings'
import type { Studio } from '#studio/studio'
import { shortTime } from '#core/notation/clock'
import type { Terminal } from '../terminal/terminal.ts'

/** Recovers recordings whose program was killed, and reports each one once. */
export async function recoverAndReport({ library, dataFolder }: Studio, terminal: Terminal): Promise<void> {
  const { signal } = new AbortController()
  const codec = async () => (await readPreferences(library)).recordingCodec
  const onProgress = (title: string, fraction: number): void => {
    const percent = Math.round(fraction * 100)
    terminal.status(
      'recovering',
      { title, fraction },
      terminal.words('record.recovering', { title, percent }),
    )
  }
  const recoveries = await recoverRecordings({ library, dataFolder, codec, signal, onProgress })
  for (const recovery of recoveries) reportRecovery(terminal, recovery)
}

export function reportRecovery(
  terminal: Terminal,
  { title, recording, wasInterrupted, error }: Recovery,
): void {
  if (recording === null) {
    const reason = describeFault(error, terminal.language, 'terminal').message
    terminal.note(
      'not-recovered',
      { title, reason },
      terminal.words('record.not-recovered', { title, reason }),
    )
    return
  }
  const { id, durationMs } = recording
  const length = shortTime(durationMs ?? 0)
  const [type, key] = wasInterrupted
    ? (['recovered', 'record.recovered'] as const)
    : (['completed', 'record.completed'] as const)
  terminal.note(type, { id, title, durationMs }, terminal.words(key, { length, title, id }))
}
