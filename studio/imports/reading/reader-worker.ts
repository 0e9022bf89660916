import { answerEach } from '../../processes/thread-answer.ts'
import { readText } from './read-text.ts'

answerEach(readText)
