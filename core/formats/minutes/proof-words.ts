import { type ProgramLanguage, say } from '../../messages/messages.ts'
import { shortTime } from '../../notation/clock.ts'
import type { Proof } from './minutes-blocks.ts'

/** `0:04 Ruth: “The fee stays at 20 euros.”` */
export function proofWords({ atMs, name, text }: Proof, language: ProgramLanguage): string {
  const time = shortTime(atMs)
  if (text === '') return say(language, 'minutes.proof.nobody', { time })
  return name === null
    ? say(language, 'minutes.proof.words', { time, text })
    : say(language, 'minutes.proof.named', { time, name, text })
}
