import { entryLocation } from '#studio/processes/entry-location'
import { EnginesOfMain } from './engines-of-main.ts'
import type { StartStudio } from './studio-child.ts'
import type { EngineWish, FromStudio } from './studio-messages.ts'
import { startUtility } from './utility-child.ts'

export interface UtilityEntries {
  readonly studio: string
  readonly engine: string
}

const built = (): UtilityEntries => ({
  studio: entryLocation('electron/processes/studio-process.ts', 'studio'),
  engine: entryLocation('engine/index.ts', 'engine'),
})

/**
 * Runs the studio in a utility process. Such a process cannot start others: the main process starts its engines and
 * connects them.
 */
export function utilityStudio(entries = built()): StartStudio {
  return (ears) => {
    const { child, kill } = startUtility(entries.studio, 'Parolo studio', {
      spawned: () => undefined,
      stderr: ears.stderr,
      ended(how) {
        engines.killAll()
        ears.ended(how)
      },
    })
    const engines = new EnginesOfMain(entries.engine, (news, port) => child.postMessage(news, port && [port]))
    child.on('message', (message: FromStudio | EngineWish) => {
      if (message.kind === 'start-engine') engines.start(message.engine)
      else if (message.kind === 'kill-engine') engines.kill(message.engine)
      else ears.message(message)
    })
    return { send: (message) => child.postMessage(message), kill }
  }
}
