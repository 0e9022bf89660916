import { entryLocation } from '#studio/processes/entry-location'
import { EngineHost } from './engine-host.ts'
import { environmentFor, type StartStudio } from './studio-child.ts'
import type { EngineCommand, FromStudio } from './studio-messages.ts'
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
  return (listeners, folder) => {
    const { child, kill } = startUtility(
      entries.studio,
      'Parolo studio',
      {
        spawned: () => undefined,
        stderr: listeners.stderr,
        ended(how) {
          engines.killAll()
          listeners.ended(how)
        },
      },
      environmentFor(folder),
    )
    const engines = new EngineHost(entries.engine, (event, port) => child.postMessage(event, port && [port]))
    child.on('message', (message: FromStudio | EngineCommand) => {
      if (message.kind === 'start-engine') engines.start(message.engine)
      else if (message.kind === 'kill-engine') engines.kill(message.engine)
      else listeners.message(message)
    })
    return { send: (message) => child.postMessage(message), kill }
  }
}
