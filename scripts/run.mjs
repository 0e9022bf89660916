// Starts the command line or, with --script FILE, another TypeScript entry; installs missing packages first.
import { spawn } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { ensureInstalled, findNode, root, withCompileCache } from './install.mjs'

const words = process.argv.slice(2)
const entry = words[0] === '--script' ? words.splice(0, 2)[1] : 'cli/index.ts'
const asJson = words.includes('--progress=json') || words[words.indexOf('--progress') + 1] === 'json'
const say = (line) =>
  process.stderr.write(asJson ? `${JSON.stringify({ type: 'note', message: line })}\n` : `${line}\n`)
ensureInstalled(say)

const child = spawn(
  findNode(say),
  ['--disable-warning=ExperimentalWarning', path.join(root, entry), ...words],
  {
    stdio: 'inherit',
    env: withCompileCache(),
  },
)
// Ctrl-C reaches the child directly (same process group); SIGTERM is passed on.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => process.exit(signal ? 128 + os.constants.signals[signal] : (code ?? 1)))
