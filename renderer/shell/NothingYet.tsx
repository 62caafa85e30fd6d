/** What a screen shows before there is an analysis: which file is missing, or what is still to be done. */
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { useStores } from '../stores.tsx'
import type { Workspace } from './workspace-store.ts'

interface Props {
  workspace: Workspace
  /** What there would be to see. */
  title: string
  /** Which files it takes. */
  children: ReactNode
}

export function NothingYet({ workspace, title, children }: Props) {
  const { navigation, purpose, workspace: store } = useStores()
  const analyse = useStore(store, state => state.analyse)
  const start = () => {
    if (purpose.getState().isDue(workspace)) purpose.getState().ask(() => void analyse())
    else void analyse()
  }
  if (workspace.job)
    return (
      <EmptyState title="The first results are on their way">
        <p>{workspace.job.stage}. They appear here by themselves.</p>
      </EmptyState>
    )
  if (workspace.counts.liveImports === 0)
    return (
      <EmptyState
        title={title}
        actions={
          <Button variant="primary" onPress={() => navigation.getState().go({ screen: 'imports' })} keys="G I">
            Go to Imports
          </Button>
        }
      >
        {children}
      </EmptyState>
    )
  return (
    <EmptyState
      title="The imported files have not been analysed yet"
      actions={
        <Button variant="primary" onPress={start}>
          Analyse
        </Button>
      }
    >
      <p>The rows are saved. The analysis reads them and changes nothing.</p>
    </EmptyState>
  )
}
