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

Transcribes an archive with Slurm, Kubernetes or GNU parallel, and brings the results into libraries. DIR is a folder that
all computers see.

  plan     write into DIR the recordings with their SHA-256 and length, shards of equal hours, and the files for each
           engine; DIR/README.txt says how to go on. Files that cannot be read are listed in DIR/refused.tsv. May be
           stopped and run again, also later with more recordings or another model: only what changed is done again.
    LIST             a .tsv with a header: path and, if you like, id, title, date, language, speakers, collection
    --out DIR        folder of the plan
    --hours H        hours of sound a shard (default: 30)
    --cpus N         cores a shard (default: 1)
    --mem SIZE       memory a shard, as 900M or 2G (default: 2G)
    --language, --model, --voice-model, --speakers, --quick, --track, --tracks, --from, --to, --glossary
                     as for transcribe
  work     make the results of shard N, counted from 0; what is there already is skipped. A recording that fails three
           times is left out, and DIR/failed says why
    --scratch FOLDER   where the work is done, on the computer's own disk (default: TMPDIR)
  status   how far it is, from the files in DIR alone
    --watch          again and again, until all is done
    --json           {total, done, running, failed, refused, hours: {done, total}, rate, secondsLeft, coreHours,
                     wattHours, cost}
    --price P        price of a core-hour, for the cost
  gather   bring new results into a library; recordings stay where they are. May be run again as results come
    --by FOLDER|YEAR   a library for each folder, or for each year of the list's dates: LIBRARY/NAME
  retry    put recordings that were left out back; says which shards to run again

Exit codes: 0 all done (work: each recording of the shard is done or left out), 1 failed, 2 incorrect usage, 130 interrupted.
`,
    },
    fr: {
      arguments: 'plan|work|status|gather|retry',
      purpose: 'transcrire un fonds d’archives sur une grappe de calcul',
      text: `Usage : parolo archive plan FICHIER|DOSSIER|LISTE… --out DIR [--hours H] [--cpus N] [--mem TAILLE] [options de transcribe]
        parolo archive work DIR --shard N [--scratch DOSSIER]
        parolo archive status DIR [--watch] [--json] [--price P]
        parolo archive gather DIR --data BIBLIOTHÈQUE [--by FOLDER|YEAR]
        parolo archive retry DIR

Transcrit un fonds d’archives avec Slurm, Kubernetes ou GNU parallel, et importe les résultats dans des bibliothèques. DIR
est un dossier que tous les ordinateurs voient.

  plan     écrire dans DIR les enregistrements avec leur SHA-256 et leur durée, des lots de durée égale et les fichiers de
           chaque moteur ; DIR/README.txt indique la suite. Les fichiers illisibles sont dans DIR/refused.tsv. On peut
           l’arrêter et le relancer, aussi plus tard avec d’autres enregistrements ou un autre modèle : seul ce qui a
           changé est refait.
    LISTE            un .tsv avec un en-tête : path et, au choix, id, title, date, language, speakers, collection
    --out DIR        dossier du plan
    --hours H        heures de son par lot (par défaut : 30)
    --cpus N         cœurs par lot (par défaut : 1)
    --mem TAILLE     mémoire par lot, comme 900M ou 2G (par défaut : 2G)
    --language, --model, --voice-model, --speakers, --quick, --track, --tracks, --from, --to, --glossary
                     comme pour transcribe
  work     produire les résultats du lot N, compté à partir de 0 ; ce qui existe est sauté. Un enregistrement qui échoue
           trois fois est laissé de côté, et DIR/failed dit pourquoi
    --scratch DOSSIER   où se fait le travail, sur le disque de l’ordinateur (par défaut : TMPDIR)
  status   où en est le travail, d’après les seuls fichiers de DIR
    --watch          encore et encore, jusqu’à la fin
    --json           {total, done, running, failed, refused, hours: {done, total}, rate, secondsLeft, coreHours,
                     wattHours, cost}
    --price P        prix d’une heure de cœur, pour le coût
  gather   importer les nouveaux résultats dans une bibliothèque ; les enregistrements restent où ils sont. À relancer au
           fil des résultats
    --by FOLDER|YEAR   une bibliothèque par dossier, ou par année des dates de la liste : BIBLIOTHÈQUE/NOM
  retry    remettre en jeu ce qui a été laissé de côté ; indique les lots à relancer

Codes de sortie : 0 tout est fait (work : chaque enregistrement du lot est fait ou laissé de côté), 1 échec, 2 utilisation incorrecte,
130 interruption.
`,
    },
  },
  run: async (call) => {
    const { runArchive } = await import('./archive/run-archive.ts')
    return runArchive(call)
  },
}
