import { messageGroup } from '../message-group.ts'

export const electron = messageGroup({}, {})
