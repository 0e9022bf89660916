import { describe, expect, it } from 'vitest'
import { allotment } from './allotted-cores.ts'

const files =
  (there: Readonly<Record<string, string>>) =>
  (file: string): string | null =>
    there[file] ?? null
const none = files({})
const four = () => 4

describe('what one task has', () => {
  it('is this computer where nobody says otherwise', () => {
    expect(allotment({}, none, four)).toEqual({ cores: 4, given: 4, memoryBytes: null })
  })

  it('is what Slurm says', () => {
    expect(allotment({ SLURM_CPUS_PER_TASK: '2', SLURM_MEM_PER_NODE: '2048' }, none, four)).toEqual({
      cores: 2,
      given: 2,
      memoryBytes: 2 * 1024 ** 3,
    })
    expect(allotment({ SLURM_CPUS_PER_TASK: '4', SLURM_MEM_PER_CPU: '256' }, none, four)).toEqual({
      cores: 2,
      given: 4,
      memoryBytes: 1024 ** 3,
    })
    expect(allotment({ SLURM_CPUS_PER_TASK: '64' }, none, four)).toMatchObject({ cores: 8, given: 64 })
  })

  it('is the least of the limits of its control group and those above', () => {
    const read = files({
      '/proc/self/cgroup': '0::/pods/one\n',
      '/sys/fs/cgroup/pods/one/cpu.max': 'max 100000\n',
      '/sys/fs/cgroup/pods/cpu.max': '350000 100000\n',
      '/sys/fs/cgroup/pods/one/memory.max': '1073741824\n',
      '/sys/fs/cgroup/pods/memory.max': 'max\n',
    })
    expect(allotment({}, read, four)).toEqual({ cores: 2, given: 3, memoryBytes: 1024 ** 3 })
  })

  it('is one core where less than one is given', () => {
    const read = files({ '/proc/self/cgroup': '0::/\n', '/sys/fs/cgroup/cpu.max': '50000 100000\n' })
    expect(allotment({}, read, four)).toMatchObject({ cores: 1, given: 1 })
  })

  it('is also found in control groups of the older kind', () => {
    const read = files({
      '/proc/self/cgroup': '5:cpu,cpuacct:/\n3:memory:/\n',
      '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '200000\n',
      '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000\n',
      '/sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712\n',
    })
    expect(allotment({}, read, four)).toEqual({ cores: 2, given: 2, memoryBytes: null })
  })
})
