import type { JobCard } from '#contracts/calls/jobs'
import type { RecordingCard, TranscriptCard } from '#contracts/calls/recordings'

export function recordingCard(parts: Partial<RecordingCard> = {}): RecordingCard {
  return {
    id: 'r1',
    title: 'The repair café',
    fileName: 'cafe.mp3',
    path: null,
    bytes: 1_000,
    addedAtMs: Date.now(),
    publishedAtMs: null,
    modifiedAtMs: 0,
    durationMs: 60_000,
    hasVideo: false,
    audioTracks: 1,
    hasOwnTracks: false,
    trim: null,
    soundDeletion: null,
    deletionDueOn: null,
    playable: true,
    missing: false,
    tags: [],
    transcript: null,
    job: null,
    ...parts,
  }
}

export function transcriptCard(parts: Partial<TranscriptCard> = {}): TranscriptCard {
  return {
    id: 't1',
    state: 'done',
    language: 'en',
    speakers: [],
    words: 100,
    places: { toCheck: 5, checked: 5 },
    corrected: false,
    checkedAtMs: null,
    part: null,
    portrait: { speakers: [], startsMs: [], endsMs: [] },
    ...parts,
  }
}

type TranscribeJob = Extract<JobCard, { readonly kind: 'transcribe' }>

export function jobCard(parts: Partial<TranscribeJob> = {}): TranscribeJob {
  return {
    id: 'j1',
    kind: 'transcribe',
    recordingId: 'r1',
    state: 'running',
    step: 'words',
    fraction: 0.4,
    wholeFraction: 0.386,
    wordsUpToMs: 20_000,
    secondsLeft: 840,
    workedMs: 0,
    error: null,
    settings: { language: 'auto', model: 'm', speakers: null, quick: false, track: 0 },
    elsewhere: false,
    ...parts,
  }
}
