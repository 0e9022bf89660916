import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { processTree, ProcessTreeMemory } from './process-tree-memory.ts'

test('children of children belong to the tree, others do not', () => {
  const parents = new Map([
    [1, 0],
    [10, 1],
    [12, 11],
    [11, 10],
    [20, 1],
  ])
  expect(processTree(10, parents).sort()).toEqual([10, 11, 12])
})

test.runIf(process.platform === 'linux')('the memory of a grandchild counts', async () => {
  const holder = `const held = Buffer.alloc(200e6, 1); setTimeout(() => console.log(held.length), 600)`
  const parent = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(holder)}])`
  const child = spawn(process.execPath, ['-e', parent])
  const memory = new ProcessTreeMemory(child.pid ?? 0)
  await once(child, 'exit')
  const peak = memory.stop() ?? 0
  expect(peak).toBeGreaterThan(200e6)
  expect(peak).toBeLessThan(600e6)
})
