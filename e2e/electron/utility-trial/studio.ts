import type { MessagePortMain, ParentPort } from 'electron'
import { EngineReply, type EngineRequest } from '#contracts/engine'
import { DRIVE_LIMITS, DriveLink } from '#studio/drives/drive-link'
import type { StartEngine } from '#studio/engine-link/engine-child'
import { engineContract } from '#studio/engine-link/testing/engine-contract'
import { RemoteChildren } from '../../../electron/processes/remote-children.ts'
import type { ChildEvent, ToStudio } from '../../../electron/processes/studio-messages.ts'
import type { TrialQuestion } from './trial-messages.ts'

// Replaces the studio where SQLite cannot be loaded: it starts its engines in the same way.
const { parentPort } = process as NodeJS.Process & { parentPort: ParentPort }
const children = new RemoteChildren((command) => parentPort.postMessage(command))
const startEngine: StartEngine = children.starter('engine')
parentPort.on('message', ({ data, ports }) => receiveWithPorts(data as ToStudio, ports))

function receiveWithPorts(message: ToStudio, ports: readonly MessagePortMain[]): void {
  if (message.kind === 'ask') {
    void answer(message.value as TrialQuestion).then((given) =>
      parentPort.postMessage({ kind: 'answer', number: message.number, answer: given }),
    )
  } else if (message.kind.startsWith('child-')) children.receive(message as ChildEvent, ports)
}

async function answer(question: TrialQuestion): Promise<unknown> {
  if (question.kind === 'contract') return await brokenRules(question.file)
  if (question.kind === 'engine') return await answersOf(question.requests)
  if (question.kind === 'drive') return await writtenByDrive(question.path, question.text)
  return await new Promise((resolve) => {
    const child = startEngine({
      message: () => resolve(child.pid),
      stderr: () => undefined,
      ended: () => undefined,
    })
  })
}

async function brokenRules(file: string): Promise<string[]> {
  const broken: string[] = []
  for (const [index, { name, holds }] of engineContract.entries()) {
    try {
      await holds(startEngine, `${file}-${index}`)
    } catch (error) {
      broken.push(`${name}: ${String(error)}`)
    }
  }
  return broken
}

async function writtenByDrive(file: string, text: string): Promise<unknown> {
  const link = new DriveLink('trial', children.starter('drive'), DRIVE_LIMITS)
  try {
    const bytes = new TextEncoder().encode(text)
    await link.ask({ kind: 'write', path: file, start: 0, bytes, isNew: true }, {})
    const read = await link.ask({ kind: 'read', path: file, start: 0, length: 100 }, {})
    const hash = await link.ask({ kind: 'hash', path: file }, {})
    const missing = await link
      .ask({ kind: 'list', path: `${file}-none` }, {})
      .catch((error: unknown) => error)
    return { text: new TextDecoder().decode(read.bytes), hash, code: (missing as { code?: string }).code }
  } finally {
    link.close()
  }
}

function answersOf(requests: readonly EngineRequest[]): Promise<unknown[]> {
  return new Promise((resolve) => {
    const answers: unknown[] = []
    let stderr = ''
    const child = startEngine({
      message(message) {
        const reply = EngineReply.parse(message)
        if (reply.kind === 'ready') return
        answers.push(reply.kind === 'done' ? reply.result : reply.detail)
        if (answers.length === requests.length) child.kill()
      },
      stderr: (text) => (stderr += text),
      ended: (how) => resolve(answers.length === requests.length ? answers : [...answers, how, stderr]),
    })
    for (const [number, request] of requests.entries()) child.send({ number, request })
  })
}
