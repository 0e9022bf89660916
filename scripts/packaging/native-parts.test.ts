import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { asPackages, nativeFiles, partsOf } from './native-parts.mjs'
import { licenseTexts } from './notices.mjs'
import { billOfMaterials } from './sbom.mjs'

const modules = path.resolve(import.meta.dirname, '../../node_modules')
const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
const files = [
  path.join(modules, 'better-sqlite3', 'prebuilds', `${process.platform}-${process.arch}.node`),
  ...nativeFiles(path.join(modules, `sherpa-onnx-${system}`)),
]
const parts = partsOf(files)
const inside = { version: '0.1.0', electron: '45.0.0', node: '24.1.0', packages: [], models: [] }

describe('the native libraries', () => {
  it('are those that the files contain, in these versions', () => {
    const contents = files.map((file) => ({ file, bytes: readFileSync(file) }))
    const missing = parts.filter(
      ({ sign, inside: holder }) =>
        sign !== null && !contents.some(({ file, bytes }) => holder.test(file) && bytes.includes(sign)),
    )
    expect(missing.map(({ name }) => name)).toEqual([])
  })

  it('include all whose source paths were left in the files', () => {
    const known = [...parts.map(({ name }) => name), readFileSync(textOf('ONNX Runtime'), 'utf8')].join('\n')
    for (const file of files) {
      const found = readFileSync(file, 'latin1').matchAll(/_deps[/\\]([a-z0-9_-]+)-src/gu)
      for (const name of new Set([...found].map(([, each = '']) => each.replaceAll('_', '-'))))
        expect(known.toLowerCase()).toContain(name)
    }
  })

  it('have their license texts among those of the packages, and are in the bill of materials', () => {
    const notices = licenseTexts(asPackages(parts))
    const bill = billOfMaterials({ ...inside, native: parts })
    for (const { name, license, source } of parts) {
      expect(notices).toContain(name)
      expect(notices).toContain(source)
      expect(bill).toContain(`"name": "${name}"`)
      expect(bill).toContain(`"expression": "${license}"`)
    }
    for (const text of ['GNU GENERAL PUBLIC LICENSE', 'Apache License', 'May you do good', 'Mozilla Public'])
      expect(notices).toContain(text)
  })

  it('are refused if nothing is known of one', () => {
    expect(() => partsOf(['/modules/new/build/new.node'])).toThrow('new.node')
  })
})

function textOf(name: string): string {
  return path.join(import.meta.dirname, 'license-texts', `${name}.txt`)
}
