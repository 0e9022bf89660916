// The command line shipped with the window: Node and the command `parolo`, for electron-builder to put into
// `resources`. Electron itself cannot run without a display, and the fuse that would let it be Node is off.
import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { root } from '../install.mjs'

const launchers = path.join(root, 'scripts', 'packaging', 'command-line')
const isWindows = process.platform === 'win32'
const launcher = isWindows ? 'parolo.cmd' : 'parolo'

/** Output folder, as in electron-builder.yml. */
const folder = path.join(root, 'out', 'command-line')

/** @param {string} node the Node that the program runs on */
export function makeCommandLine(node) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  copyFileSync(node, path.join(folder, isWindows ? 'node.exe' : 'node'))
  copyFileSync(path.join(launchers, launcher), path.join(folder, launcher))
  for (const name of [isWindows ? 'node.exe' : 'node', launcher]) chmodSync(path.join(folder, name), 0o755)
}

/**
 * The license of that Node: next to its executable's folder, or next to it on Windows. @param {string} node
 */
export const nodeLicense = (node) => path.join(path.dirname(node), ...(isWindows ? [] : ['..']), 'LICENSE')
