import type { ModelIdentity, SpeakerSegment } from '../../transcript/transcript.ts'

/** Keys for the places of unrecognized fields; see DocumentWithExtras. */
export const extraKeys = {
  document: 'document',
  recording: 'recording',
  run: 'run',
  settings: 'settings',
  model: ({ role, id }: Pick<ModelIdentity, 'role' | 'id'>): string => `model:${role}:${id}`,
  speaker: (id: string): string => `speaker:${id}`,
  turn: ({ speakerId, startMs, endMs }: SpeakerSegment): string => `turn:${speakerId}:${startMs}:${endMs}`,
  paragraph: (id: string): string => `paragraph:${id}`,
  word: (id: string): string => `word:${id}`,
  formerWord: (wordId: string, place: number): string => `was:${place}:${wordId}`,
  captionRules: 'captionRules',
  captionTiming: 'captionTiming',
  mark: (id: string): string => `mark:${id}`,
  moment: (id: string): string => `moment:${id}`,
}
