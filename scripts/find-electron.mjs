// Locates Electron by its files: requiring the package in plain Node would download them.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './install.mjs'

/** Null if there is no Electron or no display. */
export function findElectron(environment = process.env) {
  return hasDisplay(environment) ? electronBinary(environment) : null
}

/** Whether a window can be opened here. */
export function hasDisplay(environment = process.env) {
  return process.platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

/** PAROLO_ELECTRON, else what `npm run electron:install` has downloaded; null if there is none. */
export function electronBinary(environment = process.env) {
  const given = environment.PAROLO_ELECTRON
  if (given) return existsSync(given) ? path.resolve(given) : null
  const folder = path.join(root, 'node_modules', 'electron')
  const name = path.join(folder, 'path.txt')
  if (!existsSync(name)) return null
  const dist = environment.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(folder, 'dist')
  const binary = path.join(dist, readFileSync(name, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

/** The folder of a binary that contains `version`: on macOS, above the app bundle. */
export function electronFolder(binary) {
  const [bundle] = binary.match(/^.*?\.app(?=[/\\])/) ?? [binary]
  return path.dirname(bundle)
}
