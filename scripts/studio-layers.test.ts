import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { importsOf } from './folder-circles.mjs'

const root = path.join(import.meta.dirname, '..')
const studio = path.join(root, 'studio')

const parts = readdirSync(studio).filter((name) => !/\.test\.ts$|^testing$|^tsconfig\.json$/u.test(name))
const layers = layersDrawn(readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8'))

it('every folder and file of studio is in one row of the layers that ARCHITECTURE.md draws', () => {
  expect(layers.flat().toSorted()).toEqual(parts.toSorted())
})

it('imports in studio go to the same row or one below', () => {
  const upward = [...importsOf(readStudio(), ['studio'])].flatMap(([file, targets]) =>
    [...targets].flatMap((target) => (layerOf(target) < layerOf(file) ? [`${file} → ${target}`] : [])),
  )
  expect(upward).toEqual([])
})

/** The parts of studio in each row of the table, from the top; names of subfolders in it are ignored. */
function layersDrawn(text: string): string[][] {
  const [, section = ''] = text.split('### Layers of studio\n')
  const rows =
    section
      .split('\n#')[0]
      ?.split('\n')
      .filter((line) => line.startsWith('| ')) ?? []
  return rows
    .slice(2)
    .map((row) => [...row.matchAll(/`([\w.-]+)\/?`/gu)].map(([, name]) => name ?? ''))
    .map((names) => names.filter((name) => parts.includes(name)))
}

function layerOf(file: string): number {
  const part = file.split('/')[1] ?? ''
  return layers.findIndex((names) => names.includes(part))
}

function readStudio(): Map<string, string> {
  const files = readdirSync(studio, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  return new Map(
    files.map((name) => [
      `studio/${name.replaceAll(path.sep, '/')}`,
      readFileSync(path.join(studio, name), 'utf8'),
    ]),
  )
}
