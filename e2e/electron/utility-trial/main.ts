import path from 'node:path'
import { app } from 'electron'
import type { StudioChild } from '../../../electron/processes/studio-child.ts'
import { utilityStudio } from '../../../electron/processes/utility-studio.ts'
import type { TrialAnswer, TrialQuestion } from './trial-messages.ts'

// A journey waits for the window.
void app.whenReady().then(() => {
  Object.assign(globalThis, { tryStudio })
})

interface Trial {
  readonly ask: (question: TrialQuestion) => Promise<TrialAnswer>
  readonly kill: () => void
  /** How it ended, and its output. */
  readonly ended: Promise<string>
}

/** A studio in a utility process, with engines from here; `engine`: the bundle that they run. */
function tryStudio(engine: string): Trial {
  const studio = path.join(__dirname, 'studio.cjs')
  const drive = path.join(path.dirname(engine), 'drive.cjs')
  let number = 0
  const asked = new Map<number, (answer: TrialAnswer) => void>()
  let child: StudioChild | null = null
  const ended = new Promise<string>((resolve) => {
    let stderr = ''
    child = utilityStudio({ studio, engine, drive })({
      message(message) {
        if (message.kind === 'answer') asked.get(message.number)?.(message.answer)
      },
      stderr: (text) => (stderr += text),
      ended: (how) => resolve(`${how}\n${stderr}`),
    })
  })
  return {
    ask: (value) =>
      new Promise((resolve) => {
        number += 1
        asked.set(number, resolve)
        child?.send({ kind: 'ask', number, question: 'media', value })
      }),
    kill: () => child?.kill(),
    ended,
  }
}
