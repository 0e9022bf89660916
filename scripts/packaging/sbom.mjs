// The software bill of materials of a packaged program: CycloneDX 1.6, as JSON. Without a time or a random number, so
// that the same program has the same bill.

/**
 * @typedef {{ name: string, sha256: string, license: string }} InsideFile a model's file
 * @param {{ version: string, electron: string, node: string, packages: import('./packages-inside.mjs').InsidePackage[],
 *   native: readonly import('./native-parts.mjs').NativePart[], models: InsideFile[] }} inside
 * @returns {string}
 * @throws {Error} names the packages whose license is not known
 */
export function billOfMaterials({ version, electron, node, packages, native, models }) {
  const silent = packages.filter(({ license }) => license === '')
  if (silent.length > 0)
    throw new Error(`No license is known of ${silent.map(({ name }) => name).join(', ')}`)
  const program = {
    type: 'application',
    'bom-ref': 'parolo',
    name: 'parolo',
    version,
    licenses: [{ license: { id: 'AGPL-3.0-or-later' } }],
  }
  const components = [
    {
      type: 'framework',
      'bom-ref': `pkg:npm/electron@${electron}`,
      name: 'electron',
      version: electron,
      purl: `pkg:npm/electron@${electron}`,
      licenses: [{ license: { id: 'MIT' } }],
    },
    {
      type: 'application',
      'bom-ref': `pkg:generic/node@${node}`,
      name: 'node',
      version: node,
      purl: `pkg:generic/node@${node}`,
      licenses: [{ license: { id: 'MIT' } }],
    },
    ...packages.map(({ name, version: packageVersion, license }) => {
      const purl = `pkg:npm/${name.replace('@', '%40')}@${packageVersion}`
      const licenses = [{ expression: license }]
      return { type: 'library', 'bom-ref': purl, name, version: packageVersion, purl, licenses }
    }),
    ...native.map(({ name, version: partVersion, license, source }) => ({
      type: 'library',
      'bom-ref': `native:${name}`,
      name,
      ...(partVersion === '' ? {} : { version: partVersion }),
      licenses: [{ expression: license }],
      externalReferences: [{ type: 'website', url: source }],
    })),
    ...models.map(({ name, sha256, license }) => ({
      type: 'machine-learning-model',
      'bom-ref': `model:${name}`,
      name,
      hashes: [{ alg: 'SHA-256', content: sha256 }],
      licenses: [{ license: { name: license } }],
    })),
  ]
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: program },
    components,
    dependencies: [{ ref: 'parolo', dependsOn: components.map((one) => one['bom-ref']) }],
  }
  return `${JSON.stringify(bill, null, 2)}\n`
}
