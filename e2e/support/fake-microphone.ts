import { execFile } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { chromiumPath } from '../../scripts/find-browser.mjs'

const samples = fileURLToPath(new URL('../../fixtures/speech/', import.meta.url))

/** A browser whose microphones play one of the samples in a loop. Written into `folder`. */
export async function browserWithMicrophone(folder: string, sample: string): Promise<Browser> {
  const wav = path.join(folder, 'microphone.wav')
  await promisify(execFile)('ffmpeg', ['-v', 'error', '-i', path.join(samples, sample), '-ar', '48000', wav])
  return await browserPlaying(wav)
}

/** A browser whose microphones play a WAV file in a loop, each from its start. */
export async function browserPlaying(wav: string): Promise<Browser> {
  const executablePath = chromiumPath()
  return await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${wav}`,
    ],
  })
}
