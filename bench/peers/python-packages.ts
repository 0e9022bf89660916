import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { runMeasured } from '../measure/run-measured.ts'

const isWindows = process.platform === 'win32'

/**
 * A Python that has packages, in the user's cache folder; installed once, from the Python package registry.
 * @param packages `name==version`
 * @param script a command that the last of them installs
 */
export async function pythonWith(
  packages: readonly string[],
  script: string,
  say: (line: string) => void,
): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache')
  const folder = path.join(cache, 'parolo-bench', packages.join('+').replaceAll('==', '-'))
  const python = path.join(folder, isWindows ? 'Scripts/python.exe' : 'bin/python')
  if (existsSync(path.join(folder, isWindows ? `Scripts/${script}.exe` : `bin/${script}`))) return python
  say(`  installing ${packages.join(', ')} (once) …`)
  await runMeasured(isWindows ? 'python' : 'python3', ['-m', 'venv', folder])
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check']
  await runMeasured(python, [...pip, ...packages])
  return python
}
