import { expect, it } from 'vitest'
import { canReadProcesses, processUsage } from './process-usage.ts'

it('is not known where the system does not let it be read', () => {
  for (const code of ['ENOENT', 'EACCES', 'EMFILE']) {
    const read = () => {
      throw Object.assign(new Error(code), { code })
    }
    expect(processUsage(process.pid, read)).toBeNull()
  }
  if (canReadProcesses) expect(processUsage(process.pid)?.cpuMs).toBeGreaterThan(0)
})
