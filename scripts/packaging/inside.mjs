// The contents of an unpacked program: its packages, models and Electron.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { nativeFiles, partsOf } from './native-parts.mjs'
import { joined, packagesIn, packagesOfPage } from './packages-inside.mjs'

const LICENSE = /^license/iu

/**
 * @param {string} folder the unpacked program's `resources`, or `Contents/Resources`
 * @param {string} pageLicenses what Vite wrote about the page's packages
 */
export function partsInside(folder, pageLicenses) {
  const unpacked = path.join(folder, 'app.asar.unpacked')
  return {
    packages: joined(packagesIn(path.join(unpacked, 'node_modules')), packagesOfPage(pageLicenses)),
    native: partsOf(nativeFiles(path.join(unpacked, 'node_modules'))),
    models: modelFiles(path.join(unpacked, 'resources', 'models')),
  }
}

/** @param {string} folder @returns {import('./sbom.mjs').InsideFile[]} */
function modelFiles(folder) {
  if (!existsSync(folder)) return []
  const models = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return models
    .map(({ name }) => name)
    .toSorted()
    .flatMap((model) => {
      const files = readdirSync(path.join(folder, model)).toSorted()
      const license = files.filter((file) => LICENSE.test(file)).join(', ')
      return files
        .filter((file) => file.endsWith('.onnx'))
        .map((file) => ({
          name: `${model}/${file}`,
          sha256: createHash('sha256')
            .update(readFileSync(path.join(folder, model, file)))
            .digest('hex'),
          license,
        }))
    })
}
