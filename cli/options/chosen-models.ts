import { languageNameIn } from '#core/language/language-name'
import type { TranscribeSettings } from '#contracts/settings'
import { withChosenModels } from '#studio/recognition/models-by-language'
import { readPreferences } from '#studio/preferences'
import type { Studio } from '#studio/studio'
import type { Terminal } from '../terminal/terminal.ts'

/**
 * The settings with the person's models by language, as on the page; reports the model if it is already
 * determined.
 */
export async function chosenSettings(
  { library, models }: Pick<Studio, 'library' | 'models'>,
  terminal: Terminal,
  settings: TranscribeSettings,
): Promise<TranscribeSettings> {
  const chosen = await withChosenModels(models, await readPreferences(library), settings)
  if (chosen.model !== settings.model) {
    const reported = { language: settings.language, model: chosen.model }
    terminal.note(
      'chosen-model',
      reported,
      terminal.words('result.chosen-model', inWords(terminal, reported)),
    )
  }
  return chosen
}

/** If the job detected the language and thereby chose the model, reports which model made the text. */
export async function reportModelOfLanguage(
  { library }: Pick<Studio, 'library'>,
  terminal: Terminal,
  file: string,
  settings: TranscribeSettings,
  transcriptId: string,
): Promise<void> {
  if (settings.modelByLanguage === undefined) return
  const facts = await library.transcriptFacts(transcriptId)
  const model = facts?.run.models.find(({ role }) => role === 'recogniser')?.id
  if (facts === undefined || model === undefined || model === settings.model) return
  const reported = { language: facts.language, model }
  terminal.note(
    'chosen-model',
    { file, ...reported },
    terminal.words('result.chosen-model-found', { file, ...inWords(terminal, reported) }),
  )
}

function inWords(
  { language: own }: Terminal,
  { language, model }: { readonly language: string; readonly model: string },
): { readonly language: string; readonly model: string } {
  return { language: languageNameIn(language, own) ?? language, model }
}
