// The software bill of materials of a packaged program: CycloneDX 1.6, as JSON. Without a time or a random number, so
// that the same program has the same bill.

/**
 * @typedef {{ name: string, sha256: string, license: string }} InsideFile a model's file
 * @param {{ version: string, electron: string, node: string, packages: import('./packages-inside.mjs').InsidePackage[],
 *   models: InsideFile[] }} inside
 * @returns {string}
 */
export function billOfMaterials({ version, electron, node, packages, models }) {
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
      const licenses = license === '' ? {} : { licenses: [{ expression: license }] }
      return { type: 'library', 'bom-ref': purl, name, version: packageVersion, purl, ...licenses }
    }),
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
