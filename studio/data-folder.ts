import os from 'node:os'
import path from 'node:path'

/** Default folder of the library: where each system keeps a program's data. */
export function defaultDataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): string {
  if (environment.PAROLO_HOME) return path.resolve(environment.PAROLO_HOME)
  const home = os.homedir()
  if (platform === 'win32')
    return path.join(environment.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'Parolo')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Parolo')
  return path.join(environment.XDG_DATA_HOME ?? path.join(home, '.local', 'share'), 'parolo')
}
