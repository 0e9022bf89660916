import { execFile } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { startParolo } from '../../cli/testing/run-parolo.ts'
import { startSoundServer } from '../../cli/testing/sound-server.ts'
import { browserPlaying } from '../../e2e/support/fake-microphone.ts'
import { startHost } from '../../e2e/support/host.ts'

const run = promisify(execFile)

/** Silence around the speech: for opening the device, and for the page's clicks. */
const BEFORE_S = 8
const AFTER_S = 4

/** The sound played to a microphone. */
export interface PlayedSound {
  readonly wav: string
  readonly seconds: number
}

export async function playedSound(sound: string, seconds: number, folder: string): Promise<PlayedSound> {
  const wav = path.join(folder, `${path.parse(sound).name}.wav`)
  // Exact zeros mean a microphone that is off, which the recorder would reopen.
  const filter =
    `[0:a]aresample=48000,adelay=${BEFORE_S * 1000}:all=1,apad=pad_dur=${AFTER_S}[speech];` +
    'anoisesrc=r=48000:a=0.0006:seed=1[room];[speech][room]amix=inputs=2:duration=first:normalize=0'
  await mkdir(folder, { recursive: true })
  await run('ffmpeg', ['-v', 'error', '-y', '-i', sound, '-filter_complex', filter, '-ac', '1', wav])
  return { wav, seconds: BEFORE_S + seconds + AFTER_S }
}

/** `parolo record` from a PulseAudio input that plays the sound; returns the recording's file. */
export async function recordFromSoundServer({ wav, seconds }: PlayedSound, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const server = await startSoundServer()
  try {
    const options = { home: path.join(folder, 'library'), folder, environment: server.environment }
    const words = ['record', '--device', 'mic', '--seconds', String(seconds), '--progress', 'json']
    const recorder = startParolo(words, options)
    const player = server.play('micfeed', wav)
    const result = await recorder.result
    player.kill('SIGKILL')
    if (result.exitCode !== 0) throw new Error(result.stderr)
    return await onlyMedia(options.home)
  } finally {
    await server.end()
  }
}

/** The page in Chromium whose microphone plays the sound; returns the recording's file. */
export async function recordInPage({ wav, seconds }: PlayedSound, folder: string): Promise<string> {
  const dataFolder = path.join(folder, 'library')
  await mkdir(dataFolder, { recursive: true })
  const host = await startHost({ dataFolder })
  const browser = await browserPlaying(wav)
  try {
    const page = await browser.newPage({ locale: 'en-GB' })
    await page.goto(host.address)
    await page.getByRole('link', { name: 'Record', exact: true }).click()
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByText('Safe on disk').waitFor()
    await page.waitForTimeout((seconds - BEFORE_S) * 1000 + AFTER_S * 500)
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await page.waitForURL(/#\/recording\//u)
  } finally {
    await browser.close()
    await host.stop()
  }
  return await onlyMedia(dataFolder)
}

/** The single recording in a library's own folder. */
export async function onlyMedia(home: string): Promise<string> {
  const media = path.join(home, 'media')
  const [own = ''] = await readdir(media)
  const [file = ''] = await readdir(path.join(media, own))
  return path.join(media, own, file)
}
