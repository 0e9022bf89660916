import { retryFailed } from '#studio/archive/retry-failed'
import type { Terminal } from '../../terminal/terminal.ts'

export async function runRetry(terminal: Terminal, dir: string): Promise<number> {
  const { recordings, shards } = await retryFailed(dir)
  const fields = { recordings, shards: shards.join(',') }
  terminal.note('put-back', { recordings, shards }, terminal.words('archive.put-back', fields))
  return 0
}
