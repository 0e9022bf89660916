import { randomUUID } from 'node:crypto'
import type { CallInput, CallOutput } from '#contracts/calls/calls'
import { Fault } from '#contracts/errors'
import { legalFileName } from '#core/formats/legal-file-name'
import { reviewPage } from '#core/review/review-page'
import { countPlaces } from '#core/review/review-places'
import { reviewBitRate, reviewSeconds, reviewSoundBytes, reviewSpans } from '#core/review/review-sound'
import { bytesInPage } from '../export/page-sound.ts'
import { readPageScript } from './page-script.ts'
import { reviewMaterial, type ReviewStudio } from './review-material.ts'
import { reviewSource } from './review-source.ts'

type Facts = CallOutput<'exports.review'>

/** How large a review page will be with each choice of sound. Faults: those of `reviewMaterial`. */
export async function reviewFacts(
  studio: ReviewStudio,
  { transcriptId, speakerId }: CallInput<'exports.review'>,
  signal: AbortSignal,
): Promise<Facts> {
  const material = await reviewMaterial(studio, transcriptId, speakerId)
  const script = await readPageScript()
  const facts = { review: randomUUID(), language: 'en', reviewer: '', speakerId, script } as const
  const text = Buffer.byteLength(reviewPage(material, { ...facts, sound: null }).join(''))
  const lost = await lostOf(reviewSource(studio, material, signal))
  const secondsOf = (sound: 'all' | 'places'): number =>
    reviewSeconds(reviewSpans(material, sound, speakerId !== null))
  const bytesOf = (sound: 'all' | 'places'): number | null => {
    const seconds = secondsOf(sound)
    const rate = reviewBitRate(seconds)
    return rate === null ? null : text + bytesInPage(reviewSoundBytes(seconds, rate))
  }
  const { transcript, recording } = material.document
  return {
    places: countPlaces(material),
    words: transcript.paragraphs.reduce((sum, { words }) => sum + words.length, 0),
    bytes: { all: bytesOf('all'), places: bytesOf('places'), none: text },
    seconds: { all: secondsOf('all'), places: secondsOf('places') },
    lost,
    fileName: legalFileName(recording.title, '.html', transcript.id),
  }
}

/** Why a page cannot have sound. */
async function lostOf(source: Promise<object | null>): Promise<Facts['lost']> {
  try {
    return (await source) === null ? 'none' : null
  } catch (error) {
    if (error instanceof Fault && (error.code === 'media.moved' || error.code === 'sound.deleted'))
      return error.code
    throw error
  }
}
