import { createHash } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import type { CatalogModel } from '#core/models/catalog-model'
import { catalog } from '#core/models/catalog/catalog'
import type { ProgramLanguage } from '#core/messages/messages'
import { modelStore, openStudio } from '#studio/studio'
import { nemoMembers, tarGzBytes } from '../../../studio/models/archives/testing/tar-bytes.ts'
import { fileServer, serve } from '../../../studio/network/testing/file-server.ts'
import { readInvocation } from '../../options/arguments.ts'
import { Terminal } from '../../terminal/terminal.ts'
import { makeTestHome } from '../../testing/test-home.ts'
import { modelsVerb } from '../models.ts'
import { runModels } from './run-models.ts'

const ID = 'made-up'
const archive = tarGzBytes(nemoMembers('some-nemo', 'newer'))
const sha256 = createHash('sha256').update(archive).digest('hex')

it('a file that the catalog does not know is installed only by a flag and a yes, and listed as that', async () => {
  const place = await makeTestHome()
  onTestFinished(() => place.remove())
  const server = await fileServer(serve(archive))
  const version = {
    bytes: archive.length,
    sha256: 'a'.repeat(64),
    published: '2026-07-09',
    source: 'this test',
  }
  const members = ['encoder.int8.onnx', 'decoder.int8.onnx', 'joiner.int8.onnx', 'tokens.txt']
  const url = `${server.url}/some-nemo.tar.gz`
  const download: CatalogModel['download'] = { url, versions: [version], members }
  const models = catalog as CatalogModel[]
  onTestFinished(() => void models.pop())
  models.push({ ...(catalog[0] as CatalogModel), id: ID, name: 'Made up', download })

  /** `parolo models …`; `typed` null: nobody to ask. */
  const run = async (words: readonly string[], typed: string | null, language: ProgramLanguage = 'en') => {
    const printed = { out: '', err: '' }
    const stdin = Object.assign(new PassThrough(), { isTTY: typed !== null })
    stdin.end(typed ?? '')
    const terminal = new Terminal(language, 'none', {
      stdout: { write: (text) => (printed.out += String(text)) },
      stderr: { write: (text) => (printed.err += text), isTTY: typed !== null },
      stdin,
    })
    const exitCode = await runModels(
      modelStore(place.home),
      () => openStudio(place.home),
      terminal,
      readInvocation(modelsVerb, words),
      new AbortController().signal,
    ).catch((error: unknown) => (error as { readonly code?: string }).code ?? error)
    return { exitCode, ...printed }
  }
  const get = ['get', ID]

  expect(await run(get, 'y\n')).toMatchObject({ exitCode: 'model.unknown-file', err: '' })
  // Nobody can answer: nothing is taken.
  expect(await run([...get, '--unknown-file'], null)).toMatchObject({ exitCode: 'model.unknown-file' })
  const refused = await run([...get, '--unknown-file'], 'n\n')
  expect(refused).toMatchObject({ exitCode: 1 })
  expect(refused.err).toContain('Install a file of Made up that Parolo does not know?')
  expect(refused.err).toMatch(new RegExp(`This file: SHA-256 ${sha256}`, 'u'))
  expect(refused.err).toMatch(/Known files: .*July.* 2026, SHA-256 a{64}\n/u)
  expect(refused.err).toContain('Not installed.')
  const french = await run([...get, '--unknown-file'], 'n\n', 'fr')
  expect(french.err).toContain(`Ce fichier\u00A0: SHA-256 ${sha256}\n`)
  expect(french.err).toMatch(/Fichiers connus\u00A0: .*juillet.* 2026, SHA-256 a{64}\n/u)
  const asked = server.asked.length
  expect(await run([...get, '--unknown-file'], 'yes\n')).toMatchObject({ exitCode: 0 })
  expect(server.asked).toHaveLength(asked)
  const list = (await run(['list'], null)).out
  expect(list).toMatch(/^Canary 1B v2\trecogniser\tcanary\ten,es,de,fr\t1\.1\sGB\tcan be added by hand\t/mu)
  expect(list).toContain(`downloaded, not known to the catalog\tCC-BY-4.0\t${sha256}\n`)
})
