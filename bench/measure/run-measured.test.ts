import { afterEach, expect, it, vi } from 'vitest'
import { runMeasured } from './run-measured.ts'

afterEach(() => vi.unstubAllEnvs())

it('gives another program its environment without the memory settings of this one', async () => {
  vi.stubEnv('MALLOC_MMAP_THRESHOLD_', '1048576')
  vi.stubEnv('PAROLO_OTHER', 'kept')
  const script = 'console.log(process.env.MALLOC_MMAP_THRESHOLD_, process.env.PAROLO_OTHER)'
  const { stdout } = await runMeasured(process.execPath, ['--eval', script])
  expect(stdout.trim()).toBe('undefined kept')
})
