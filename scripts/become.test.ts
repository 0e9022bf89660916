import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'

const scripts = path.dirname(fileURLToPath(import.meta.url))
/** The Node of the program, if it is installed: the one that runs the tests may be too old. */
const shipped = path.join(
  scripts,
  '..',
  'node_modules',
  `node-${process.platform}-${process.arch}`,
  'bin',
  'node',
)
const node = existsSync(shipped) ? shipped : process.execPath
const canReplace = node === shipped || process.execve !== undefined

/** `script` of a shell in place of a Node; `cannotReplace`: a Node without `execve`. */
function start(script: string, { cannotReplace = false } = {}) {
  const module = JSON.stringify(pathToFileURL(path.join(scripts, 'become.mjs')).href)
  const child = spawn(node, [
    '--input-type=module',
    '--eval',
    `${cannotReplace ? 'process.execve = undefined;' : ''}
     const { become } = await import(${module})
     become('/bin/sh', ['-c', ${JSON.stringify(script)}], { ...process.env, GIVEN: 'given' })`,
  ])
  onTestFinished(() => void child.kill('SIGKILL'))
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, stdout, stderr }))
  return { child, ended }
}

describe.runIf(process.platform !== 'win32')('become (left out on Windows: a shell)', () => {
  it.runIf(canReplace)('is the other program: nothing is left to wait beside it', async () => {
    const { child, ended } = start('echo $$ $GIVEN; exit 7')
    expect(await ended).toEqual({ code: 7, signal: null, stdout: `${child.pid} given\n`, stderr: '' })
  })

  it('ends as it ends where Node cannot be replaced', async () => {
    const { child, ended } = start('echo $$ $GIVEN; exit 7', { cannotReplace: true })
    const { code, stdout } = await ended
    expect(code).toBe(7)
    expect(stdout).toMatch(/^\d+ given\n$/u)
    expect(stdout).not.toContain(String(child.pid))
  })

  it.each([{ cannotReplace: false }, { cannotReplace: true }])('is ended by SIGTERM: %o', async (how) => {
    const { child, ended } = start(
      "trap 'echo asked; exit 3' TERM; echo ready; n=0; while [ $n -lt 90 ]; do sleep 0.1; n=$((n + 1)); done",
      how,
    )
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 3, stdout: 'ready\nasked\n' })
  })
})
