import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'

let known: string | undefined

/**
 * Identifies a boot of this computer: the same in all its containers, different after each start and on other
 * computers. Processes with the same id see each other's file locks.
 */
export function bootId(): string {
  known ??= readBootId()
  return known
}

function readBootId(): string {
  if (process.platform === 'linux') return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  if (process.platform === 'darwin')
    return execFileSync('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'], { encoding: 'utf8' }).trim()
  // Windows has no boot id; locks from before a restart are gone, so the computer's name suffices.
  return os.hostname()
}
