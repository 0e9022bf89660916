import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { resourcesFolder } from '#studio/processes/resources-folder'

/** How the window's program is started, or why it cannot be tried. */
export type FoundWindow =
  | { readonly command: string; readonly words: readonly string[] }
  | { readonly why: 'no-display' | 'no-electron' | 'not-built' | 'as-root' }

export interface WindowFacts {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly userId: number | undefined
  /** `resources` of the program: of a package or of the sources. */
  readonly resources: string
}

export const factsOfThisProgram = (): WindowFacts => ({
  platform: process.platform,
  environment: process.env,
  userId: process.getuid?.(),
  resources: resourcesFolder(),
})

export function findWindow(facts: WindowFacts): FoundWindow {
  const { platform, environment, userId } = facts
  const found = program(facts)
  if ('why' in found) return found
  if (platform !== 'linux') return found
  if (!environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) return { why: 'no-display' }
  return userId === 0 ? { why: 'as-root' } : found
}

function program({ platform, environment, resources }: WindowFacts): FoundWindow {
  const root = path.dirname(resources)
  if (path.basename(root) === 'app.asar.unpacked') return { command: packaged(platform, root), words: [] }
  const electron = environment['PAROLO_ELECTRON'] || installedElectron(root)
  if (electron === null || !existsSync(electron)) return { why: 'no-electron' }
  if (!existsSync(path.join(root, 'out', 'main', 'index.cjs'))) return { why: 'not-built' }
  return { command: electron, words: [root] }
}

/** `app` is in `resources` of the package, or in `Contents/Resources`. */
function packaged(platform: NodeJS.Platform, app: string): string {
  const folder = path.resolve(app, '..', '..')
  if (platform === 'darwin') return path.join(folder, 'MacOS', 'Parolo')
  return path.join(folder, platform === 'win32' ? 'Parolo.exe' : 'parolo-window')
}

/** By its files: requiring the package would download them. */
function installedElectron(root: string): string | null {
  const folder = path.join(root, 'node_modules', 'electron')
  const name = path.join(folder, 'path.txt')
  return existsSync(name) ? path.join(folder, 'dist', readFileSync(name, 'utf8').trim()) : null
}
