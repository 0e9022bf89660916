import path from 'node:path'
import { app } from 'electron'

/** The system's folder for logs, or the window's own folder if one was given. */
export function logFolder(): string {
  const isNamed = app.commandLine.hasSwitch('user-data-dir')
  return process.platform === 'darwin' && !isNamed
    ? app.getPath('logs')
    : path.join(app.getPath('userData'), 'logs')
}
