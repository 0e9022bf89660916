import { withLibrary } from '../library/with-library.ts'
import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const podcastVerb: Verb = {
  name: 'podcast',
  options: { transcript: 'switch', format: 'value' },
  help: {
    en: {
      arguments: 'add ADDRESS-OR-FILE|list|refresh|get EPISODE|remove',
      purpose: 'add podcasts and download their episodes',
      text: `Usage: parolo podcast add ADDRESS-OR-FILE…
       parolo podcast list [PODCAST] [--format text|json]
       parolo podcast refresh [PODCAST]
       parolo podcast get EPISODE… [--transcript]
       parolo podcast remove PODCAST

PODCAST is an ID, title or address. EPISODE is an ID from the list; its beginning is enough.

  add  add a podcast. ADDRESS is that of a feed (RSS, Atom) or of a page that names one: https only (http on this computer). FILE is a feed, or a list of feeds (OPML) that another podcast program exported
  list  list the podcasts, or the episodes of one, newest first, with IDs, dates, lengths and sizes
  refresh  ask for the feed of one podcast again, or of all. Parolo never does that by itself
  get  download episodes as recordings of the library, with title, date, notes, picture and chapters
  remove  forget a podcast; recordings of its episodes stay

  --transcript  get: also open the transcript that the feed has of the episode (JSON, WebVTT, SRT)
  --format text|json  list: how it is printed (default: text)

Ctrl-C pauses a download; the same command continues it, also days later.
`,
    },
    fr: {
      arguments: 'add ADRESSE-OU-FICHIER|list|refresh|get ÉPISODE|remove',
      purpose: 'ajouter des podcasts et télécharger leurs épisodes',
      text: `Usage\u00A0: parolo podcast add ADRESSE-OU-FICHIER…
        parolo podcast list [PODCAST] [--format text|json]
        parolo podcast refresh [PODCAST]
        parolo podcast get ÉPISODE… [--transcript]
        parolo podcast remove PODCAST

PODCAST est un identifiant, un titre ou une adresse. ÉPISODE est un identifiant de la liste\u202F; son début suffit.

  add  ajouter un podcast. ADRESSE est celle d’un flux (RSS, Atom) ou d’une page qui en indique un\u00A0: https uniquement (http sur cet ordinateur). FICHIER est un flux, ou une liste de flux (OPML) exportée par un autre logiciel
  list  afficher les podcasts, ou les épisodes de l’un d’eux, du plus récent au plus ancien, avec identifiants, dates, durées et tailles
  refresh  redemander le flux d’un podcast, ou de tous. Parolo ne le fait jamais de lui-même
  get  télécharger des épisodes comme enregistrements de la bibliothèque, avec titre, date, notes, image et chapitres
  remove  oublier un podcast\u202F; les enregistrements de ses épisodes restent

  --transcript  get\u00A0: ouvrir aussi la transcription que le flux donne de l’épisode (JSON, WebVTT, SRT)
  --format text|json  list\u00A0: façon de l’afficher (par défaut\u00A0: text)

Ctrl-C met un téléchargement en pause\u202F; la même commande le poursuit, même des jours plus tard.
`,
    },
  },
  run: async (call) => {
    const { runPodcast } = await import('./podcast/run-podcast.ts')
    return withLibrary(call, (studio) =>
      interruptible((signal) => runPodcast(studio, call.terminal, call.invocation, signal)),
    )
  },
}
