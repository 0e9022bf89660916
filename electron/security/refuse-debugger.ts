import { url } from 'node:inspector'
import { app } from 'electron'

/** What would let any program of this computer read and steer the pages. */
const SWITCHES = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins']

/**
 * Before the app is ready: a package does not open its pages to a debugger. One made for tests (`--debuggable`) is known
 * by the inspector of its main process, which a release has no fuse for.
 */
export function refuseDebugger(): void {
  if (!app.isPackaged || url() !== undefined) return
  for (const name of SWITCHES) app.commandLine.removeSwitch(name)
}
