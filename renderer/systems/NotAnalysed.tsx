/** What the screens of systems show before there is an analysis: which file is missing, or what is still to be done. */
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import type { Workspace } from '../shell/workspace-store.ts'

interface Props {
  workspace: Workspace
  onImport: () => void
  onAnalyse: () => void
}

export function NotAnalysed({ workspace, onImport, onAnalyse }: Props) {
  if (workspace.job)
    return (
      <EmptyState title="The first results are on their way">
        <p>{workspace.job.stage}. They appear here by themselves.</p>
      </EmptyState>
    )
  if (workspace.counts.liveImports === 0)
    return (
      <EmptyState
        title="Bring in a contributions file to see who keeps which system"
        actions={
          <Button variant="primary" onPress={onImport} keys="G I">
            Go to Imports
          </Button>
        }
      >
        <p>
          <b>contributions</b> (person, occurred_at, kind; better with component and artifact) is enough for truck factors and keepers.
        </p>
        <p>
          <b>people</b> adds who is still here, so that systems nobody keeps any more are found. <b>components</b> adds how critical each
          system is. <b>artifacts</b> says what still exists.
        </p>
      </EmptyState>
    )
  return (
    <EmptyState
      title="The imported files have not been analysed yet"
      actions={
        <Button variant="primary" onPress={onAnalyse}>
          Analyse
        </Button>
      }
    >
      <p>The rows are saved. The analysis reads them and changes nothing.</p>
    </EmptyState>
  )
}
