import { type JobFacts, shellWord } from './job-facts.ts'
import { slurmCommands } from './slurm.ts'

/** README.txt, in the language of the person who made the plan. */
export function readme(facts: JobFacts): string {
  return facts.language === 'fr' ? french(facts) : english(facts)
}

const indented = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join('\n')

const WRAPPER = [
  String.raw`printf '#!/bin/sh\nexec node /path/to/parolo/scripts/run.mjs "$@"\n' > ~/.local/bin/parolo`,
  'chmod +x ~/.local/bin/parolo',
]

function english({ dir, shards, cpus, mem, ...facts }: JobFacts): string {
  const folder = shellWord(dir)
  return `An archive's recordings, planned by Parolo in ${shards} ${shards === 1 ? 'shard' : 'shards'} of about equal length.

Run it with one of these engines. It may be stopped and started again at any time: what is done is skipped.

Slurm
${indented(slurmCommands({ dir, shards, ...facts }))}
  A task has ${cpus} ${cpus === 1 ? 'core' : 'cores'} and ${mem} of memory; other options of sbatch (--partition, --account, --time) go before job.slurm.${
    shards > 1000
      ? '\n  An array of Slurm takes 1,000 tasks, so there is a line for each thousand shards.'
      : ''
  }

Kubernetes
  kubectl apply -f ${shellWord(`${dir}/job.yaml`)}
  First build and push the image of Containerfile, and name it and your volume claim in job.yaml.

GNU parallel, on this computer or a few others
  bash ${shellWord(`${dir}/parallel.sh`)}

One shard by hand
  parolo archive work ${folder} --shard 0

The program on PATH
  Every computer needs this folder, the recordings (both under the same paths), ffmpeg, and a command \`parolo\`, or the
  variable PAROLO with the command to use. From Parolo's source, with Node 20 or later:
${indented(WRAPPER)}
  Or in a container: build parolo.def (Apptainer) or Containerfile, then
  export PAROLO="apptainer exec /path/to/parolo.sif parolo"
  Speech models that you added lie in the library's folder models; for them set PAROLO_HOME to a folder that all
  computers see.
  The worker keeps its own library on the node's disk: TMPDIR, or --scratch FOLDER. That must be no network drive.

Afterwards
  parolo archive status ${folder}              how far it is; --watch, --json, --price P for a core-hour
  parolo archive gather ${folder} --data LIBRARY   bring the results into a library, again and again as they come
  parolo archive retry ${folder}               put recordings that failed three times back

What is here
  manifest.tsv   the recordings: SHA-256, length in ms, size, path, key
  refused.tsv    files that could not be read, and why
  shards/        the recordings of each shard
  done/          the results: done/KEY/aa/SHA256.parolo.json
  failed/        recordings that failed three times, and why
  costs/         time, energy and processor of each attempt
  logs/          what the tasks printed
  attempts/, checkpoints/, tmp/, scanned.jsonl, plan.json   for the program
`
}

function french({ dir, shards, cpus, mem, ...facts }: JobFacts): string {
  const folder = shellWord(dir)
  return `Les enregistrements d’un fonds d’archives, répartis par Parolo en ${shards} ${shards === 1 ? 'lot' : 'lots de durée à peu près égale'}.

Lancez-les avec l’un de ces moteurs. On peut tout arrêter et relancer à tout moment\u00A0: ce qui est fait est sauté.

Slurm
${indented(slurmCommands({ dir, shards, ...facts }))}
  Une tâche a ${cpus} ${cpus === 1 ? 'cœur' : 'cœurs'} et ${mem} de mémoire\u202F; les autres options de sbatch (--partition, --account, --time) se placent avant job.slurm.${
    shards > 1000
      ? '\n  Un tableau de Slurm accepte 1 000 tâches\u00A0: il y a donc une ligne pour chaque millier de lots.'
      : ''
  }

Kubernetes
  kubectl apply -f ${shellWord(`${dir}/job.yaml`)}
  Avant cela, construisez et publiez l’image de Containerfile, et indiquez-la avec votre volume dans job.yaml.

GNU parallel, sur cet ordinateur ou quelques autres
  bash ${shellWord(`${dir}/parallel.sh`)}

Un lot à la main
  parolo archive work ${folder} --shard 0

Le programme dans le PATH
  Chaque ordinateur a besoin de ce dossier, des enregistrements (sous les mêmes chemins), de ffmpeg et d’une commande
  \`parolo\`, ou de la variable PAROLO avec la commande à utiliser. Depuis les sources de Parolo, avec Node 20 ou plus\u00A0:
${indented(WRAPPER)}
  Ou dans un conteneur\u00A0: construisez parolo.def (Apptainer) ou Containerfile, puis
  export PAROLO="apptainer exec /path/to/parolo.sif parolo"
  Les modèles de reconnaissance que vous avez ajoutés sont dans le dossier models de la bibliothèque\u202F; pour eux, donnez à
  PAROLO_HOME un dossier que tous les ordinateurs voient.
  Le programme garde sa propre bibliothèque sur le disque du nœud\u00A0: TMPDIR, ou --scratch DOSSIER. Ce ne doit pas être un
  disque réseau.

Ensuite
  parolo archive status ${folder}              où en est le travail\u202F; --watch, --json, --price P pour une heure de cœur
  parolo archive gather ${folder} --data BIBLIOTHÈQUE   importer les résultats, autant de fois qu’il en arrive
  parolo archive retry ${folder}               remettre en jeu les enregistrements qui ont échoué trois fois

Contenu du dossier
  manifest.tsv   les enregistrements\u00A0: SHA-256, durée en ms, taille, chemin, clé
  refused.tsv    les fichiers illisibles, et pourquoi
  shards/        les enregistrements de chaque lot
  done/          les résultats\u00A0: done/KEY/aa/SHA256.parolo.json
  failed/        les enregistrements qui ont échoué trois fois, et pourquoi
  costs/         durée, énergie et processeur de chaque essai
  logs/          ce que les tâches ont affiché
  attempts/, checkpoints/, tmp/, scanned.jsonl, plan.json   pour le programme
`
}
