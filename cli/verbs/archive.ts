import { recognitionOptions } from '../options/option-groups.ts'
import type { Verb } from './verb.ts'

export const archiveVerb: Verb = {
  name: 'archive',
  options: {
    ...recognitionOptions,
    glossary: 'value',
    out: 'value',
    hours: 'value',
    cpus: 'value',
    mem: 'value',
    shard: 'value',
    scratch: 'value',
    watch: 'switch',
    json: 'switch',
    price: 'value',
    by: 'value',
  },
  help: {
    en: {
      arguments: 'plan|work|status|gather|retry',
      purpose: 'transcribe an archive on a cluster',
      text: `Usage: parolo archive plan FILE|FOLDER|LIST… --out DIR [--hours H] [--cpus N] [--mem SIZE] [options of transcribe]
       parolo archive work DIR --shard N [--scratch FOLDER]
       parolo archive status DIR [--watch] [--json] [--price P]
       parolo archive gather DIR --data LIBRARY [--by FOLDER|YEAR]
       parolo archive retry DIR

Transcribe an archive with Slurm, Kubernetes or GNU parallel, and bring the results into libraries. DIR is a folder that all computers see.

  plan  write into DIR the recordings with their SHA-256 and length, shards of equal hours, and the files for each engine. DIR/README.txt says how to go on; DIR/refused.tsv lists files that cannot be read. Run it again to continue, or to add recordings or change the model: only what changed is done again
  work  make the results of shard N, counted from 0; existing results are skipped. A recording that fails three times is left out, and DIR/failed says why
  status  show how far it is, from the files in DIR alone
  gather  bring new results into a library; recordings stay where they are. Run it again as results come
  retry  put back recordings that were left out, and say which shards to run again

Options for plan:
  LIST  a .tsv with a header: path and, if you like, id, title, date, language, speakers, collection
  --out DIR  folder of the plan
  --hours H  hours of sound per shard (default: 30)
  --cpus N  cores per shard (default: 1)
  --mem SIZE  memory per shard, such as 900M or 2G (default: 2G)
  --language, --model, --voice-model, --speakers, --quick, --track, --tracks, --from, --to, --glossary  as for transcribe: see parolo transcribe --help

Options for work, status and gather:
  --shard N  work: which shard
  --scratch FOLDER  work: folder for temporary files, on the computer’s own disk (default: TMPDIR)
  --watch  status: refresh until all is done
  --json  status: {total, done, running, failed, refused, hours: {done, total}, rate, secondsLeft, coreHours, wattHours, cost}
  --price P  status: price of a core-hour, for the cost
  --by FOLDER|YEAR  gather: a library for each folder, or for each year in the list’s dates: LIBRARY/NAME

Exit codes: 0 all done (work: each recording of the shard is done or left out), 1 failed, 2 incorrect usage, 130 interrupted.
`,
    },
    fr: {
      arguments: 'plan|work|status|gather|retry',
      purpose: 'transcrire un fonds d’archives sur une grappe de calcul',
      text: `Usage\u00A0: parolo archive plan FICHIER|DOSSIER|LISTE… --out DIR [--hours H] [--cpus N] [--mem TAILLE] [options de transcribe]
        parolo archive work DIR --shard N [--scratch DOSSIER]
        parolo archive status DIR [--watch] [--json] [--price P]
        parolo archive gather DIR --data BIBLIOTHÈQUE [--by FOLDER|YEAR]
        parolo archive retry DIR

Cette commande transcrit un fonds d’archives avec Slurm, Kubernetes ou GNU parallel, et importe les résultats dans des bibliothèques. DIR est un dossier que tous les ordinateurs voient.

  plan  écrire dans DIR les enregistrements avec leur SHA-256 et leur durée, des lots de durée égale et les fichiers de chaque moteur. DIR/README.txt indique la suite\u202F; DIR/refused.tsv liste les fichiers illisibles. À relancer pour continuer, pour ajouter des enregistrements ou pour changer de modèle\u00A0: seul ce qui a changé est refait
  work  produire les résultats du lot N, compté à partir de 0\u202F; ceux qui existent sont sautés. Un enregistrement qui échoue trois fois est laissé de côté, et DIR/failed dit pourquoi
  status  afficher l’avancement, d’après les seuls fichiers de DIR
  gather  importer les nouveaux résultats dans une bibliothèque\u202F; les enregistrements restent où ils sont. À relancer au fil des résultats
  retry  remettre dans le plan ce qui a été laissé de côté, et indiquer les lots à relancer

Options de plan\u00A0:
  LISTE  un .tsv avec un en-tête\u00A0: path et, au choix, id, title, date, language, speakers, collection
  --out DIR  dossier du plan
  --hours H  heures de son par lot (par défaut\u00A0: 30)
  --cpus N  cœurs par lot (par défaut\u00A0: 1)
  --mem TAILLE  mémoire par lot, comme 900M ou 2G (par défaut\u00A0: 2G)
  --language, --model, --voice-model, --speakers, --quick, --track, --tracks, --from, --to, --glossary  comme pour transcribe\u00A0: voir parolo transcribe --help

Options de work, status et gather\u00A0:
  --shard N  work\u00A0: le lot
  --scratch DOSSIER  work\u00A0: dossier des fichiers temporaires, sur le disque de l’ordinateur (par défaut\u00A0: TMPDIR)
  --watch  status\u00A0: actualiser jusqu’à la fin
  --json  status\u00A0: {total, done, running, failed, refused, hours: {done, total}, rate, secondsLeft, coreHours, wattHours, cost}
  --price P  status\u00A0: prix d’une heure de cœur, pour le coût
  --by FOLDER|YEAR  gather\u00A0: une bibliothèque par dossier, ou par année des dates de la liste\u00A0: BIBLIOTHÈQUE/NOM

Codes de sortie\u00A0: 0 tout est fait (work\u00A0: chaque enregistrement du lot est fait ou laissé de côté), 1 échec, 2 utilisation incorrecte, 130 interruption.
`,
    },
  },
  run: async (call) => {
    const { runArchive } = await import('./archive/run-archive.ts')
    return runArchive(call)
  },
}
