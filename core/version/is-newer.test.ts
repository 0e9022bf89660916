import { expect, it } from 'vitest'
import { isNewer } from './is-newer.ts'

it.each([
  ['0.2.0', '0.1.0', true],
  ['0.10.0', '0.9.9', true],
  ['1.0.0', '0.9.0', true],
  ['v1.0.1', '1.0.0', true],
  ['1.0.0', '1.0.0-beta.1', true],
  ['1.0.0-beta.1', '1.0.0', false],
  ['0.1.0', '0.1.0', false],
  ['0.1.0+build', '0.1.0', false],
  ['0.0.9', '0.1.0', false],
  ['latest', '0.1.0', false],
  ['1.0', '0.1.0', false],
])('%s newer than %s: %s', (version, than, newer) => expect(isNewer(version, than)).toBe(newer))
