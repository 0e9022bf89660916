import os from 'node:os'

/** Children that use only the processor time left by other programs. `isLow`: asked as each one starts. */
export function withLowPriority<Listener, Child extends { readonly pid: number | undefined }>(
  start: (listener: Listener) => Child,
  isLow: () => boolean = () => true,
): (listener: Listener) => Child {
  return (listener) => {
    const child = start(listener)
    if (isLow()) lowerPriority(child.pid)
    return child
  }
}

/** Lowers a child process's priority, if it was started. */
export function lowerPriority(
  pid: number | undefined,
  to: number = os.constants.priority.PRIORITY_LOW,
): void {
  if (pid === undefined) return
  try {
    os.setPriority(pid, to)
  } catch (error) {
    // The process has just ended, or the system does not permit it: its work is done anyway.
    const { code } = (error as { readonly info?: { readonly code?: string } }).info ?? {}
    if (code !== 'ESRCH' && code !== 'EACCES' && code !== 'EPERM') throw error
  }
}
