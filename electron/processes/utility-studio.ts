import { entryLocation } from '#studio/processes/entry-location'
import { ChildHost } from './child-host.ts'
import { environmentFor, type StartStudio } from './studio-child.ts'
import type { ChildCommand, FromStudio } from './studio-messages.ts'
import { startUtility } from './utility-child.ts'

export interface UtilityEntries {
  readonly studio: string
  readonly engine: string
  readonly drive: string
}

const built = (): UtilityEntries => ({
  studio: entryLocation('electron/processes/studio-process.ts', 'studio'),
  engine: entryLocation('engine/index.ts', 'engine'),
  drive: entryLocation('studio/drives/drive-process.ts', 'drive'),
})

/**
 * Runs the studio in a utility process. Such a process cannot start others, so the main process starts its
 * engines and drive processes, and connects them.
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
          children.killAll()
          listeners.ended(how)
        },
      },
      environmentFor(folder),
    )
    const children = new ChildHost(entries, (event, port) => child.postMessage(event, port && [port]))
    child.on('message', (message: FromStudio | ChildCommand) => {
      if (message.kind === 'start-child') children.start(message.number, message.runs)
      else if (message.kind === 'kill-child') children.kill(message.number)
      else listeners.message(message)
    })
    return { send: (message) => child.postMessage(message), kill }
  }
}
