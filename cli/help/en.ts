export const help = {
  overview: `Parolo turns recordings into text with speakers and captions, on this machine alone.

Usage: parolo VERB [options]

  transcribe FILE…       make transcripts and captions
  list                   what the library holds
  show RECORDING         a transcript as text
  export RECORDING       write a transcript in other formats
  search WORDS           find words in all transcripts
  delete RECORDING       remove a recording from the library (the original stays)
  models list|verify|add PATH|remove ID
  doctor                 check this installation

Options everywhere: --data DIR (the library's folder, also PAROLO_HOME), --lang en|fr, --help, --version
See: parolo VERB --help
`,
  transcribe: `Usage: parolo transcribe FILE… [options]

  --language auto|en|fr|…   language spoken (auto: found by a vote)
  --model ID                recogniser (see: parolo models list)
  --speakers auto|N         how many people speak (a number helps)
  --quick                   one decode of each passage, no second look
  --track N                 audio track, from 1
  --format F[,F…]           srt, vtt, txt, json, rttm (default: srt,vtt)
  --out DIR                 folder for the results (default: the current one)
  --stdout                  print one format of one FILE, write no file
  --overwrite               replace files that this command did not write
  --progress auto|bar|json|none

A run that was stopped goes on from what is finished when started again.
Exit: 0 all done, 1 some failed, 2 usage, 130 interrupted.
`,
  list: `Usage: parolo list [--data DIR]\n\nOne line a recording: id, length, language, speakers, state, title.\n`,
  show: `Usage: parolo show RECORDING\n\nRECORDING is an id (or its beginning), a title or a file.\n`,
  export: `Usage: parolo export RECORDING --format F[,F…] [--out DIR] [--stdout] [--overwrite]

RECORDING is an id (or its beginning), a title or a file. Formats: srt, vtt, txt, json, rttm.
`,
  search: `Usage: parolo search WORDS\n\nFinds paragraphs with all the words; shows recording, time and speaker.\n`,
  delete: `Usage: parolo delete RECORDING\n\nRemoves its transcripts, search entries and cached sound. The original file stays.\n`,
  models: `Usage: parolo models list
       parolo models verify          check every file's hash
       parolo models add PATH        PATH: a folder; its kind is known by its files
       parolo models remove ID
`,
  doctor: `Usage: parolo doctor\n\nPrints versions, ffmpeg, models with their hashes, cores, free space, and what is wrong with what to do.\n`,
} as const

export type HelpTopic = keyof typeof help
