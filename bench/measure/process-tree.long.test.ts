import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { processTree, ProcessTreeMeter } from './process-tree.ts'

test('children of children belong to the tree, others do not', () => {
  const parents = new Map([
    [1, 0],
    [10, 1],
    [12, 11],
    [11, 10],
    [20, 1],
  ])
  expect(new Set(processTree(10, parents))).toEqual(new Set([10, 11, 12]))
})

test.runIf(process.platform === 'linux')(
  'memory and time of a grandchild count (left out but on Linux: no /proc)',
  async () => {
    const holder = `const held = Buffer.alloc(200e6, 1)
    const end = process.cpuUsage().user + 500e3
    while (process.cpuUsage().user < end) held[0] = 1
    const { user, system } = process.cpuUsage()
    process.stdout.write(String((user + system) / 1e6))`
    const parent = `const grandchild = [process.execPath, ['-e', ${JSON.stringify(holder)}], { stdio: 'inherit' }]
    require('node:child_process').spawnSync(...grandchild)
    setTimeout(() => {}, 300)`
    const child = spawn(process.execPath, ['-e', parent], { stdio: ['ignore', 'pipe', 'inherit'] })
    const meter = new ProcessTreeMeter(child.pid ?? 0)
    const [used] = await Promise.all([text(child.stdout).then(Number), once(child, 'exit')])
    const { peakBytes, cpuSeconds } = meter.stop()
    expect(peakBytes).toBeGreaterThan(200e6)
    expect(peakBytes).toBeLessThan(600e6)
    // Start and end of the processes add to what the grandchild counted itself.
    expect(cpuSeconds).toBeGreaterThan(used * 0.9)
    expect(cpuSeconds).toBeLessThan(used * 1.5 + 1)
  },
)
