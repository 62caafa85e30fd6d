/** A screen's own failure. While the host is gone the shell says so once, and the screens are quiet. */
import { useStore } from 'zustand'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import type { Failure } from '../failure.ts'
import { useStores } from '../stores.tsx'

interface Props {
  failure: Failure | null
  onRetry?: (() => void) | undefined
  retryLabel?: string
}

export function ScreenFailure({ failure, onRetry, retryLabel }: Props) {
  const { workspace } = useStores()
  const { app, hostGone } = useStore(workspace)
  if (!failure || (hostGone && failure.code === 'unavailable')) return null
  return (
    <ErrorNotice failure={failure} version={app?.version ?? null} onRetry={onRetry} {...(retryLabel === undefined ? {} : { retryLabel })} />
  )
}
