import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { connectToThread } from './client.ts'
import type { FromWorker } from './worker-messages.ts'

it('keeps the process alive until a large library is open, and reports its steps', async () => {
  const held: string[] = []
  const worker = Object.assign(new EventEmitter(), {
    ref: () => void held.push('ref'),
    unref: () => void held.push('unref'),
    postMessage: () => undefined,
  })
  const send = (message: FromWorker) => worker.emit('message', message)
  const steps: string[] = []
  const opening = connectToThread(worker, '/library', { id: 'x', pid: 1 }, ({ step }) => steps.push(step))
  send({ kind: 'opening', step: { step: 'copy', doneBytes: 0, totalBytes: 9 } })
  send({ kind: 'opening', step: { step: 'change', doneBytes: 0, totalBytes: 9 } })
  expect({ held, steps }).toEqual({ held: [], steps: ['copy', 'change'] })
  send({ kind: 'opened', report: null, names: [] })
  expect((await opening).folder).toBe('/library')
  expect(held).toEqual(['unref'])
})
