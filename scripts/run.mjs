// Starts the command line or, with --script FILE, another TypeScript entry; installs missing packages first.
import path from 'node:path'
import { become } from './become.mjs'
import { ensureInstalled, findNode, NODE_FLAGS, programEnvironment, root } from './install.mjs'

const words = process.argv.slice(2)
const entry = words[0] === '--script' ? words.splice(0, 2)[1] : 'cli/index.ts'
const asJson = words.includes('--progress=json') || words[words.indexOf('--progress') + 1] === 'json'
const say = (line) =>
  process.stderr.write(asJson ? `${JSON.stringify({ type: 'note', message: line })}\n` : `${line}\n`)
ensureInstalled(say)

become(findNode(say), [...NODE_FLAGS, path.join(root, entry), ...words], programEnvironment())
