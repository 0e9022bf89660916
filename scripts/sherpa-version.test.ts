import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..')
/** What a comment says where code can go with that version (docs/engine.md 1). */
const MARK = 'Until sherpa-onnx 2:'

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const files = execFileSync('git', ['ls-files', 'core', 'engine', 'studio'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

/** `engine/x.ts:12 reason`. */
const marked = files.flatMap((file) =>
  read(file)
    .split('\n')
    .flatMap((line, index) => {
      const at = line.indexOf(MARK)
      return at < 0 ? [] : [`${file}:${index + 1}${line.slice(at + MARK.length)}`]
    }),
)

/** Workarounds that a version of sherpa-onnx makes unnecessary, as lines for the person who raises it. */
const canGo = (version: string): string[] => (Number(version.split('.')[0]) >= 2 ? marked : [])

it('has no workaround for a version of sherpa-onnx before the one in package.json', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
  const version = dependencies['sherpa-onnx-node'] ?? ''
  expect(version).toMatch(/^\d+\.\d+\.\d+$/u)
  expect(canGo(version), 'these can go, with their mark: docs/engine.md 1').toEqual([])
})

it('would name each of them, which docs/engine.md lists', () => {
  const places = canGo('2.0.0').map((line) => line.slice(0, line.indexOf(':')))
  const listed = [...read('docs/engine.md').matchAll(/^- .*?sherpa-onnx 2.*?$/gmu)].join('\n')
  expect(places.length).toBeGreaterThan(3)
  for (const file of places) expect(listed).toContain(`\`${file}\``)
})
