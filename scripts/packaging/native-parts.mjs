// The libraries compiled into the native files of the packages: npm knows none of them. The test beside this file
// compares the list with the files themselves.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const TEXTS = new URL('license-texts/', import.meta.url)
const NATIVE = /\.(?:node|dll|dylib|so(?:\.\d+)*)$/u
const SHERPA = /sherpa-onnx[^/\\]*\.(?:node|dll|dylib|so)$/u
const RUNTIME = /onnxruntime[^/\\]*\.(?:dll|dylib|so)/u

/**
 * `inside`: the names of the files that contain it. `sign`: a text in one of them that only this library, in this version
 * if one is given, leaves there; null if it leaves none. `source`: where the code in it is.
 *
 * @typedef {{ name: string, version: string, license: string, inside: RegExp, sign: string | null, source: string,
 *   copyright?: string, file?: string }} NativePart
 * @type {readonly NativePart[]}
 */
export const nativeParts = [
  {
    name: 'SQLite',
    version: '3.54.1',
    license: 'blessing',
    inside: /better-sqlite3[/\\].*\.node$/u,
    sign: '3.54.1',
    source: 'https://www.sqlite.org',
  },
  {
    // With all that is compiled into it: protobuf, abseil, Eigen, re2, FlatBuffers, cpuinfo, …
    name: 'ONNX Runtime',
    version: '1.28.2',
    license: 'MIT',
    inside: RUNTIME,
    sign: '1.28.2',
    source: 'https://github.com/microsoft/onnxruntime',
    file: 'ONNX Runtime.txt',
  },
  sherpa('sherpa-onnx', 'Apache-2.0', 'sherpa_onnx', 'k2-fsa/sherpa-onnx', 'Copyright Xiaomi Corporation'),
  sherpa('kaldi-native-fbank', 'Apache-2.0', 'knf', 'csukuangfj/kaldi-native-fbank'),
  sherpa('kaldi-decoder', 'Apache-2.0', 'kaldi_decoder', 'k2-fsa/kaldi-decoder'),
  sherpa('kaldifst', 'Apache-2.0', 'kaldifst', 'k2-fsa/kaldifst'),
  sherpa('OpenFst', 'Apache-2.0', 'openfst', 'csukuangfj/openfst', 'Copyright 2005-2020 Google, Inc.'),
  sherpa('simple-sentencepiece', 'Apache-2.0', 'ssentencepiece', 'pkufool/simple-sentencepiece'),
  sherpa('Eigen', 'MPL-2.0', 'Eigen', 'eigen-mirror/eigen'),
  sherpa(
    'kissfft',
    'BSD-3-Clause',
    'kiss_fft',
    'mborgerding/kissfft',
    'Copyright (c) 2003-2010 Mark Borgerding',
  ),
  sherpa(
    'hclust-cpp',
    'BSD-2-Clause',
    null,
    'csukuangfj/hclust-cpp',
    'Copyright (c) 2011 Daniel Müllner, (c) 2018 Christoph Dalitz',
  ),
  sherpa('JSON for Modern C++', 'MIT', 'nlohmann', 'nlohmann/json', 'Copyright (c) Niels Lohmann'),
  sherpa(
    'piper-phonemize',
    'MIT',
    'piper',
    'csukuangfj/piper-phonemize',
    'Copyright (c) 2023 Michael Hansen',
  ),
  sherpa('eSpeak NG', 'GPL-3.0-or-later', 'espeak-ng-data', 'csukuangfj/espeak-ng'),
  sherpa('ucd-tools', 'GPL-3.0-or-later', 'ucd_', 'rhdunn/ucd-tools'),
]

/** A library compiled into sherpa-onnx, which gives the versions of none. */
function sherpa(name, license, sign, repository, copyright) {
  const source = `https://github.com/${repository}`
  return { name, version: '', license, inside: SHERPA, sign, source, ...(copyright ? { copyright } : {}) }
}

/** @param {string} folder @returns {string[]} paths of the native files in it */
export function nativeFiles(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .filter((name) => NATIVE.test(name))
    .toSorted((one, other) => (one < other ? -1 : 1))
    .map((name) => path.join(folder, name))
}

/**
 * @param {readonly string[]} files
 * @returns {NativePart[]} what these native files are made of
 * @throws {Error} names the files of which nothing is known
 */
export function partsOf(files) {
  const unknown = files.filter((file) => !nativeParts.some(({ inside }) => inside.test(file)))
  if (unknown.length > 0) throw new Error(`It is not known what is inside ${unknown.join(', ')}`)
  return nativeParts.filter(({ inside }) => files.some((file) => inside.test(file)))
}

/**
 * @param {readonly NativePart[]} parts
 * @returns {import('./packages-inside.mjs').InsidePackage[]} with their texts
 */
export function asPackages(parts) {
  return parts.map(({ name, version, license, source, copyright, file }) => {
    const text = readFileSync(new URL(file ?? `${license.replace(/-or-later$/u, '')}.txt`, TEXTS), 'utf8')
    return { name, version, license, texts: [[copyright, source].filter(Boolean).join('\n'), text.trim()] }
  })
}
