/** Keeps the files of an import checked while a step that needs the check is on the screen. */
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { useStores } from '../stores.tsx'
import { isOfFiles, keyOf } from './check-store.ts'
import { requestsOf } from './files-store.ts'

export function useCheck() {
  const { files, check, workspace } = useStores()
  const list = useStore(files, state => state.files)
  const looking = useStore(files, state => state.looking.length > 0)
  const state = useStore(check)
  const job = useStore(workspace, ({ job: running }) => running)
  const requests = useMemo(() => requestsOf(list), [list])
  const key = keyOf(requests)
  const otherWork = job !== null && job.kind === 'import'
  const { ensure, checkedKey } = state
  // Where the host has dropped its check, it is made again.
  const isDropped = checkedKey === null
  useEffect(() => {
    if (!looking && !otherWork) void ensure(requests)
  }, [requests, looking, otherWork, isDropped, ensure])
  const isCurrent = checkedKey === key && !looking && state.checkingKey === null
  // Of other files it would only mislead; of these, before the last thing said, it is better than nothing.
  const review = state.review && isOfFiles(state.review, requests) ? state.review : null
  return { ...state, review, requests, isCurrent, isChecking: state.checkingKey !== null || looking, job, otherWork }
}
