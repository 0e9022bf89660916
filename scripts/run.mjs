// Starts the command line, or with --script FILE another TypeScript entry, installing first what is missing.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { ensureInstalled, findNode, root } from './install.mjs'

const words = process.argv.slice(2)
const entry = words[0] === '--script' ? words.splice(0, 2)[1] : 'cli/index.ts'
const asJson = words.includes('--progress=json') || words[words.indexOf('--progress') + 1] === 'json'
ensureInstalled((line) =>
  process.stderr.write(asJson ? `${JSON.stringify({ type: 'note', message: line })}\n` : `${line}\n`),
)

const child = spawn(findNode(), ['--disable-warning=ExperimentalWarning', path.join(root, entry), ...words], {
  stdio: 'inherit',
})
// Ctrl-C reaches the child by itself (one process group); a signal sent to us alone is passed on.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => {
  if (signal) process.kill(process.pid, signal === 'SIGINT' ? 'SIGTERM' : signal)
  process.exit(code ?? 1)
})
