import path from 'node:path'
import { expect, it } from 'vitest'
import { otherNode, type NodeFacts } from './other-node.ts'

const facts: NodeFacts = {
  isPackaged: false,
  resourcesPath: path.join('/opt', 'parolo', 'resources'),
  execPath: '/electron',
  platform: 'linux',
  nodeApi: '10',
  environment: {},
}
const environment = { PAROLO_NODE: '/some/node' }

it('is the one that is named, from sources', () => {
  expect(otherNode({ ...facts, environment })).toBe('/some/node')
  expect(otherNode(facts)).toBeNull()
})

it('is another than an Electron that is too old', () => {
  expect(otherNode({ ...facts, nodeApi: '8' })).toBe('/electron')
})

it('of a package is part of it, whatever is named', () => {
  const packaged = { ...facts, isPackaged: true, environment }
  expect(otherNode(packaged)).toBeNull()
  const own = path.join('/opt', 'parolo', 'resources', 'command-line', 'node')
  expect(otherNode({ ...packaged, nodeApi: '8' })).toBe(own)
})
