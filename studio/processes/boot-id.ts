import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'

let known: string | undefined

/**
 * Names this computer since it was started: the same in all containers of one computer, another one after each start and on
 * each other computer. Processes with the same one see each other's locks on files.
 */
export function bootId(): string {
  known ??= readBootId()
  return known
}

function readBootId(): string {
  if (process.platform === 'linux') return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  if (process.platform === 'darwin')
    return execFileSync('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'], { encoding: 'utf8' }).trim()
  // Windows names no start; locks of an earlier one are gone with it, so that the computer's name is enough.
  return os.hostname()
}
