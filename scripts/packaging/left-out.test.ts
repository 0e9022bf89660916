import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { load } from 'js-yaml'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8')
const { files } = load(read('electron-builder.yml')) as { readonly files: readonly string[] }
const { dependencies } = JSON.parse(read('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>
}

/** Whether a file of node_modules is in a package for this system: the last pattern that fits decides. */
function isInside(name: string): boolean {
  let inside = true
  for (const pattern of files) {
    const glob = pattern.replace('${platform}', process.platform).replace('${arch}', process.arch)
    const isNegative = glob.startsWith('!')
    if (path.matchesGlob(name, isNegative ? glob.slice(1) : glob)) inside = !isNegative
  }
  return inside
}

it('packages contain what the program loads', () => {
  const require = createRequire(import.meta.url)
  const loaded = Object.keys(dependencies)
    .filter((name) => !name.startsWith('@fontsource'))
    .map((name) => path.relative(root, require.resolve(name)).split(path.sep).join('/'))
  const others = [
    `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
    // Imported, not required.
    'node_modules/docx/dist/index.mjs',
    'node_modules/fontkit/dist/main.cjs',
    'node_modules/pdfkit/js/data/Helvetica.afm',
    'node_modules/unicode-trie/node_modules/pako/index.js',
  ]
  expect([...loaded, ...others].filter((name) => !isInside(name))).toEqual([])
})

it('packages contain no builds for other systems and browsers, no sources and no reports', () => {
  const other = process.platform === 'win32' ? 'linux-x64' : 'win32-x64'
  const names = [
    `node_modules/better-sqlite3/prebuilds/${other}.node`,
    'node_modules/better-sqlite3/deps/sqlite3/sqlite3.c',
    'node_modules/docx/dist/index.umd.cjs',
    'node_modules/docx/dist/index.d.ts',
    'node_modules/fluent-ffmpeg/coverage/lcov-report/index.html',
    'node_modules/fontkit/dist/browser.cjs',
    'node_modules/pdfkit/.yarn/releases/yarn.cjs',
    'node_modules/pdfkit/js/pdfkit.standalone.js',
    'node_modules/zod/src/index.ts',
    'resources/icons/linux/16.png',
  ]
  expect(names.filter(isInside)).toEqual([])
})
