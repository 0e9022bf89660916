// Packages for Linux distributions, each if its tool is installed: deb (dpkg-deb), rpm (rpmbuild), AppImage
// (appimagetool).
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { root } from '../install.mjs'

/** The libraries that Electron is linked against, and ffmpeg, which every recording needs. */
const DEB_NEEDS =
  'ffmpeg, libgtk-3-0t64 | libgtk-3-0, libnss3, libnotify4, libxss1, libxtst6, libatspi2.0-0t64 | libatspi2.0-0, ' +
  'libuuid1, libsecret-1-0, libgbm1, libasound2t64 | libasound2, xdg-utils'
const RPM_NEEDS =
  '/usr/bin/ffmpeg, gtk3, nss, libnotify, libXScrnSaver, libXtst, at-spi2-core, libuuid, libsecret, alsa-lib'
const SUMMARY = 'Transcription studio: speech to text with speakers and captions, on your own machine'
/** px; of resources/icons/parolo.png. */
const LARGEST_ICON = 512
const DEB_ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' }
const RPM_ARCHITECTURES = { x64: 'x86_64', arm64: 'aarch64' }

/**
 * @typedef {{ folder: string, output: string, version: string, time: Date }} Made `folder`: the unpacked program; `output`:
 *   where packages go; `time`: of all files in them
 * @param {Made} made
 * @param {(line: string) => void} say
 * @returns {string[]} the files that were made
 */
export function makeLinuxPackages(made, say) {
  const kinds = [
    { tool: 'dpkg-deb', kind: 'deb', make: makeDeb },
    { tool: 'rpmbuild', kind: 'rpm', make: makeRpm },
    { tool: 'appimagetool', kind: 'AppImage', make: makeAppImage },
  ]
  return kinds.flatMap(({ tool, kind, make }) => {
    if (spawnSync(tool, ['--version'], { stdio: 'ignore' }).error !== undefined) {
      say(`No ${kind}: ${tool} is not on this machine.`)
      return []
    }
    return [make(made)]
  })
}

function makeDeb(made) {
  const { output, version } = made
  const architecture = DEB_ARCHITECTURES[process.arch] ?? process.arch
  return inStaging(made, 'deb', (staging) => {
    const control = path.join(staging, 'DEBIAN')
    mkdirSync(control)
    const fields = {
      Package: 'parolo',
      Version: version,
      Section: 'sound',
      Priority: 'optional',
      Architecture: architecture,
      Depends: DEB_NEEDS,
      'Installed-Size': String(Math.ceil(sizeOf(staging) / 1024)),
      Maintainer: 'Parolo authors <parolo@localhost>',
      Description: SUMMARY,
    }
    writeFileSync(path.join(control, 'control'), `${linesOf(fields)}\n`)
    const papers = path.join(staging, 'usr', 'share', 'doc', 'parolo')
    mkdirSync(papers, { recursive: true })
    writeFileSync(path.join(papers, 'copyright'), debCopyright())
    normalizeModes(staging)
    const file = path.join(output, `parolo_${version}_${architecture}.deb`)
    run(made, 'dpkg-deb', ['--root-owner-group', '-Zzstd', '--build', staging, file])
    return file
  })
}

/** What Debian's policy asks of a package; the texts of all parts are in the program's folder. */
export function debCopyright() {
  return [
    'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/',
    'Upstream-Name: parolo',
    'Comment:',
    ' The licenses of the packages, native libraries and models in /opt/parolo are in /opt/parolo/licences:',
    ' packages.txt, and sbom.cdx.json as a list. Those of Electron and Chromium are in /opt/parolo.',
    '',
    'Files: *',
    'Copyright: Parolo authors',
    'License: AGPL-3.0-or-later',
    ' The text is in /opt/parolo/licences/Parolo.txt.',
    '',
  ].join('\n')
}

function makeRpm(made) {
  const { output, version } = made
  const architecture = RPM_ARCHITECTURES[process.arch] ?? process.arch
  return inStaging(made, 'rpm', (staging) => {
    normalizeModes(staging)
    const work = path.join(output, 'rpm-work')
    mkdirSync(work, { recursive: true })
    const spec = path.join(work, 'parolo.spec')
    const fields = {
      Name: 'parolo',
      Version: version.replaceAll('-', '~'),
      Release: '1',
      Summary: SUMMARY,
      License: 'AGPL-3.0-or-later',
      Requires: RPM_NEEDS,
      AutoReqProv: 'no',
    }
    writeFileSync(
      spec,
      [linesOf(fields), '%description', SUMMARY, '%files', '/opt/parolo', ...RPM_FILES, ''].join('\n'),
    )
    const words = ['-bb', '--nocheck', '--noclean', `--buildroot=${staging}`, `--target=${architecture}`]
    const settings = {
      _topdir: work,
      _rpmdir: output,
      _build_name_fmt: '%{NAME}-%{VERSION}-%{RELEASE}.%{ARCH}.rpm',
      // The contents are final: nothing is stripped, compressed or compiled again.
      __os_install_post: '%{nil}',
      debug_package: '%{nil}',
      _buildhost: 'parolo',
      use_source_date_epoch_as_buildtime: '1',
      clamp_mtime_to_source_date_epoch: '1',
    }
    const defined = Object.entries(settings).flatMap(([name, value]) => ['--define', `${name} ${value}`])
    run(made, 'rpmbuild', [...words, ...defined, spec])
    rmSync(work, { recursive: true, force: true })
    return path.join(output, `parolo-${version.replaceAll('-', '~')}-1.${architecture}.rpm`)
  })
}

const RPM_FILES = [
  '/usr/bin/parolo',
  '/usr/share/applications/parolo.desktop',
  ...iconSizes().map((size) => `/usr/share/icons/hicolor/${size}x${size}/apps/parolo.png`),
  '/usr/share/mime/packages/parolo.xml',
]

function makeAppImage(made) {
  const { folder, output, version } = made
  const staging = path.join(output, 'appimage-staging')
  rmSync(staging, { recursive: true, force: true })
  cpSync(folder, staging, { recursive: true, verbatimSymlinks: true })
  cpSync(path.join(root, 'resources/linux/parolo.desktop'), path.join(staging, 'parolo.desktop'))
  cpSync(path.join(root, 'resources/icons/parolo.png'), path.join(staging, 'parolo.png'))
  symlinkSync('resources/command-line/parolo', path.join(staging, 'AppRun'))
  const file = path.join(output, `parolo-${version}-${process.arch}.AppImage`)
  run(made, 'appimagetool', ['--no-appstream', staging, file])
  rmSync(staging, { recursive: true, force: true })
  return file
}

/** Calls `make` with a folder that contains what is to be installed, relative to `/`. */
function inStaging({ folder, output }, kind, make) {
  const staging = path.join(output, `${kind}-staging`)
  rmSync(staging, { recursive: true, force: true })
  const place = (...parts) => {
    const file = path.join(staging, ...parts)
    mkdirSync(path.dirname(file), { recursive: true })
    return file
  }
  cpSync(folder, place('opt', 'parolo'), { recursive: true, verbatimSymlinks: true })
  symlinkSync('/opt/parolo/resources/command-line/parolo', place('usr', 'bin', 'parolo'))
  const linux = path.join(root, 'resources', 'linux')
  cpSync(path.join(linux, 'parolo.desktop'), place('usr', 'share', 'applications', 'parolo.desktop'))
  cpSync(path.join(linux, 'parolo.xml'), place('usr', 'share', 'mime', 'packages', 'parolo.xml'))
  for (const size of iconSizes())
    cpSync(iconOf(size), place('usr', 'share', 'icons', 'hicolor', `${size}x${size}`, 'apps', 'parolo.png'))
  try {
    return make(staging)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

/**
 * Modes are independent of the umask. Chromium's sandbox needs root if the kernel gives users no namespaces.
 */
function normalizeModes(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isSymbolicLink()) continue
    const isRunnable = entry.isDirectory() || (statSync(file).mode & 0o100) !== 0
    chmodSync(file, entry.name === 'chrome-sandbox' ? 0o4755 : isRunnable ? 0o755 : 0o644)
  }
}

/** Width in px, smallest first. */
function iconSizes() {
  const drawn = readdirSync(path.join(root, 'resources', 'icons', 'linux')).map((name) =>
    Number.parseInt(name, 10),
  )
  return [...drawn.toSorted((a, b) => a - b), LARGEST_ICON]
}

function iconOf(size) {
  const icons = path.join(root, 'resources', 'icons')
  return size === LARGEST_ICON ? path.join(icons, 'parolo.png') : path.join(icons, 'linux', `${size}.png`)
}

function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return files.reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0)
}

function linesOf(fields) {
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

function run({ time }, command, words) {
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(Math.floor(time.getTime() / 1000)) }
  const { status, stdout, stderr } = spawnSync(command, words, { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} failed:\n${stdout}${stderr}`)
}
