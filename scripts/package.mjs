// `npm run package`: builds, and puts the program for this system into out/package: unpacked, as tar.gz, and
// as deb, rpm and AppImage if their tools are installed (dmg and nsis on their systems:
// electron-builder.yml). Nothing is downloaded: the Electron used is PAROLO_ELECTRON, else the one in
// node_modules. --built: the existing build is used; --unpacked: no archives; --debuggable: test programs may
// attach to it.
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { electronBinary, electronFolder } from './find-electron.mjs'
import { ensureInstalled, findNode, root } from './install.mjs'
import { writeArchive } from './packaging/archive.mjs'
import { makeCommandLine, nodeLicense } from './packaging/command-line.mjs'
import { partsInside } from './packaging/inside.mjs'
import { makeLinuxPackages } from './packaging/linux-packages.mjs'
import { asPackages } from './packaging/native-parts.mjs'
import { licenseTexts } from './packaging/notices.mjs'
import { releaseTime } from './packaging/release-time.mjs'
import { billOfMaterials } from './packaging/sbom.mjs'

const say = (line) => process.stderr.write(`${line}\n`)
const output = path.join('out', 'package')
ensureInstalled(say)
const node = findNode(say)
const modules = (...parts) => path.join(root, 'node_modules', ...parts)
const binary = electronBinary()
if (binary === null) {
  say(
    process.env.PAROLO_ELECTRON
      ? `PAROLO_ELECTRON names no Electron: ${process.env.PAROLO_ELECTRON}`
      : 'The Electron binary is not here: run `npm run electron:install` first (the one download of Parolo).',
  )
  process.exit(1)
}
const folder = electronFolder(binary)
const version = readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
if (!process.argv.includes('--built'))
  run([modules('electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'error'])
rmSync(path.join(root, output), { recursive: true, force: true })
makeCommandLine(node)
const isOwnSystem = process.platform === 'linux'
run([
  modules('electron-builder', 'cli.js'),
  // On other systems the installers of electron-builder.yml.
  ...(isOwnSystem || process.argv.includes('--unpacked') ? ['--dir'] : []),
  ...'--publish never -c electron-builder.yml'.split(' '),
  `-c.electronDist=${folder}`,
  `-c.electronVersion=${version}`,
  `-c.directories.output=${output}`,
  ...(process.argv.includes('--debuggable') ? ['-c.electronFuses.enableNodeCliInspectArguments=true'] : []),
])
// It contains paths of this machine.
rmSync(path.join(root, output, 'builder-debug.yml'), { force: true })
const unpacked = path.join(root, output, unpackedName())
const resources = resourcesOf(unpacked)
// An Electron used for trials contains its own app, which would start instead of this one.
rmSync(path.join(resources, 'app'), { recursive: true, force: true })
// A person starts the command, not the binary.
if (isOwnSystem) symlinkSync('resources/command-line/parolo', path.join(unpacked, 'parolo'))
const program = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
writePapers()
if (isOwnSystem && !process.argv.includes('--unpacked')) await makeArchives()
say(`The program is in ${output}.`)

/** Texts of all licenses and the bill of materials, generated from the contents. */
function writePapers() {
  const pageLicenses = readFileSync(path.join(root, 'out', 'renderer', 'licenses.md'), 'utf8')
  const { packages, native, models } = partsInside(resources, pageLicenses)
  const papers = path.join(process.platform === 'darwin' ? resources : unpacked, 'licences')
  mkdirSync(papers, { recursive: true })
  writeFileSync(path.join(papers, 'packages.txt'), licenseTexts([...packages, ...asPackages(native)]))
  copyFileSync(nodeLicense(node), path.join(papers, 'Node.txt'))
  const nodeVersion = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim().slice(1)
  const versions = { version: program.version, electron: version, node: nodeVersion }
  const bill = billOfMaterials({ ...versions, packages, native, models })
  writeFileSync(path.join(papers, 'sbom.cdx.json'), bill)
}

async function makeArchives() {
  const name = `parolo-${program.version}-linux-${process.arch}`
  const time = releaseTime()
  await writeArchive(unpacked, path.join(root, output, `${name}.tar.gz`), { top: name, time })
  makeLinuxPackages(
    { folder: unpacked, output: path.join(root, output), version: program.version, time },
    say,
  )
}

/** The folder that electron-builder creates on this system. */
function unpackedName() {
  const names = readdirSync(path.join(root, output), { withFileTypes: true })
  const found = names.find((entry) => entry.isDirectory() && /unpacked$|^mac/u.test(entry.name))
  if (found === undefined) throw new Error(`electron-builder left no program in ${output}`)
  return found.name
}

function resourcesOf(place) {
  if (process.platform !== 'darwin') return path.join(place, 'resources')
  return path.join(place, 'Parolo.app', 'Contents', 'Resources')
}

function run(args) {
  // Its output is shown only on failure.
  const { status, stdout } = spawnSync(node, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (status === 0) return
  say(`${stdout ?? ''}\nThis failed: ${args.join(' ')}`)
  process.exit(status ?? 1)
}
