import { stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PCM_BYTES_PER_SAMPLE, PCM_RATE } from '#core/sound/pcm'
import { speakerVoices } from '#core/remembered-voices/speaker-voice'
import { forkEngine } from '#studio/engine-link/fork-engine'
import { DEFAULT_MODELS } from '#studio/models/model-store'
import { modelStore } from '#studio/studio'
import { decodeToPcm } from '../measure/ffmpeg.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { type MeasuredVoice, rememberedVoicesReport } from '../report/remembered-voices.ts'
import { conversationVoices } from '../speakers/conversation-voices.ts'
import { SpeakerEngine } from '../speakers/heard-sound.ts'
import { madeSessions } from '../speakers/made-sessions.ts'
import { readSpeakerSamples, readSpeakerSet } from '../speakers/speaker-recordings.ts'
import { readersOf, sampleVoices } from '../speakers/voices.ts'
import { type BenchContext, needEvaldata } from './section.ts'

/** Reads twice in the open set, the second time on another day and with a cold. */
const personOf = (reader: string): string => (reader === 'cold' ? 'acoustic' : reader)

/** Maximum speech for the prints, in seconds. Nobody in the open set speaks for two minutes. */
const LENGTHS = [10, 30] as const
const MAX_SECONDS = 60
const ROOM_NUMBERS = [0, 1, 2] as const

/** How often a remembered voice is offered for the wrong person, and how often not for its person. */
export async function measureRememberedVoices(context: BenchContext): Promise<string> {
  const evaldata = needEvaldata(context)
  return inWorkFolder(async (folder) => {
    const sets = [
      { group: 'people who read', voices: await readersOf(evaldata, folder, MAX_SECONDS) },
      {
        group: 'made-up voices',
        voices: await sampleVoices(readSpeakerSamples(), folder, MAX_SECONDS),
      },
    ]
    const sessions = sets.flatMap(({ group, voices }) =>
      madeSessions(voices, LENGTHS, ROOM_NUMBERS).map((session) => ({ group, ...session })),
    )
    const store = modelStore(folder)
    const [segmentation, embedding] = await Promise.all([
      store.find(DEFAULT_MODELS.segmentation),
      store.find(DEFAULT_MODELS.embedding),
    ])
    const engine = new SpeakerEngine(segmentation, embedding, forkEngine())
    try {
      const measured: MeasuredVoice[] = []
      const pcm = path.join(folder, 'session.pcm')
      for (const [index, { samples, ...session }] of sessions.entries()) {
        if (index % 20 === 0) context.say(`  ${index} of ${sessions.length} sounds …`)
        const bytes = Int16Array.from(samples, (sample) => Math.max(-1, Math.min(1, sample)) * 32_767)
        await writeFile(pcm, new Uint8Array(bytes.buffer))
        const { pieces, embeddings } = await engine.hear(pcm, samples.length)
        const endMs = Math.ceil((samples.length / PCM_RATE) * 1000)
        const turns = [{ speakerId: session.voice, startMs: 0, endMs }]
        const [heard] = speakerVoices([{ pieces, embeddings, turns }])
        if (heard !== undefined)
          measured.push({
            ...session,
            recording: session.voice,
            voice: personOf(session.voice),
            isConversation: false,
            heard,
          })
      }
      for (const recording of readSpeakerSet(evaldata)) {
        context.say(`  ${recording.name} …`)
        await decodeToPcm(recording.path, pcm)
        const sampleCount = (await stat(pcm)).size / PCM_BYTES_PER_SAMPLE
        measured.push(...conversationVoices(recording, await engine.hear(pcm, sampleCount), LENGTHS[0]))
      }
      return `### ${embedding.entry.name}\n\n${rememberedVoicesReport(measured, LENGTHS)}`
    } finally {
      await engine.close()
    }
  })
}
