/** What one file came to: its counts, its problems by kind and one by one, and how it was read. */
import { Redo2, Undo2 } from 'lucide-react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { Pager } from '../components/Pager.tsx'
import { ScreenHeader, type Crumb } from '../components/ScreenHeader.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatCount, formatDateTime } from '../format.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { useUndoCommands } from './ImportsScreen.tsx'
import { kindName } from './kind-words.ts'
import { ProblemGroups } from './ProblemGroups.tsx'
import { ProblemList } from './ProblemList.tsx'
import { ReadAs } from './ReadAs.tsx'
import { ReportCounts } from './ReportCounts.tsx'
import styles from './ReportScreen.module.css'
import { SaveProfile } from './SaveProfile.tsx'

const CRUMBS: readonly Crumb[] = [{ label: 'Imports', to: { screen: 'imports' } }]

export function ReportScreen({ id }: { id: string }) {
  const { imports, workspace, run } = useStores()
  const { saving, saveProfile, failure: notSaved } = useStore(run)
  const { report, reportPage, loadReport, failure, busy, undo, redo } = useStore(imports)
  const { dataVersion } = useStore(workspace)
  useEffect(() => void loadReport(id, 0), [loadReport, id, dataVersion])
  useUndoCommands()
  const shown = report?.import === id ? report : null
  const waiting = busy === null ? null : 'Another import is being undone or redone.'

  return (
    <>
      <ScreenHeader
        title={shown?.file ?? 'Import'}
        crumbs={CRUMBS}
        hint={shown && `${kindName(shown.kind)} · ${formatDateTime(shown.importedAt)}${shown.undone ? ' · undone' : ''}`}
        actions={
          shown &&
          (shown.undone ? (
            <Button onPress={() => void redo(id)} disabledReason={waiting}>
              <Redo2 size={14} aria-hidden="true" /> Redo
            </Button>
          ) : (
            <Button onPress={() => void undo(id)} disabledReason={waiting}>
              <Undo2 size={14} aria-hidden="true" /> Undo
            </Button>
          ))
        }
      />
      <div className={styles.scroll} data-scroll="report">
        <ScreenFailure failure={failure} onRetry={() => void loadReport(id, reportPage)} />
        {!shown && !failure && <Waiting>Reading the report</Waiting>}
        {shown && (
          <div className={styles.page}>
            <ReportCounts report={shown} />
            <ProblemGroups groups={shown.problemCounts} />
            {shown.problems.length > 0 && (
              <section>
                <h2>Problems, line by line</h2>
                {shown.problemsKept < shown.rejected + shown.warnings && (
                  <p className={styles.hint}>The first {formatCount(shown.problemsKept)} were kept; the counts above are complete.</p>
                )}
                <ProblemList problems={shown.problems} />
                <Pager of="problems" page={reportPage} total={shown.problemsKept} onPage={page => void loadReport(id, page)} />
              </section>
            )}
            <ReadAs report={shown} />
            <ScreenFailure failure={notSaved} />
            <SaveProfile
              subject={shown.file}
              suggested={shown.mapping.name ?? ''}
              saved={null}
              saving={saving === shown.import}
              onSave={name => saveProfile(shown, name)}
            />
          </div>
        )}
      </div>
    </>
  )
}
