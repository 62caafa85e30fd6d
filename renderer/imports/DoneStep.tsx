/** What follows the press of Import: the job, then what each file came to, with the way out of it again. */
import { Undo2 } from 'lucide-react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { Link } from '../components/Link.tsx'
import { ScreenHeader, type Crumb } from '../components/ScreenHeader.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatPlural, formatShortList } from '../format.ts'
import { importStep } from '../navigation/address.ts'
import { JobCard } from '../shell/JobCard.tsx'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import styles from './DoneStep.module.css'
import { appliedWords } from './FixList.tsx'
import { kindName } from './kind-words.ts'
import { ProblemGroups } from './ProblemGroups.tsx'
import { ReportCounts } from './ReportCounts.tsx'
import { SaveProfile } from './SaveProfile.tsx'
import { useUndoCommands } from './ImportsScreen.tsx'
import type { ImportReport } from './answers.ts'

const CRUMBS: readonly Crumb[] = [{ label: 'Imports', to: { screen: 'imports' } }]

const TITLES = {
  none: 'Import',
  starting: 'Importing',
  running: 'Importing',
  done: 'Imported',
  cancelled: 'Import cancelled',
  failed: 'The import failed',
} as const

export function DoneStep() {
  const { run, workspace, imports } = useStores()
  const state = useStore(run)
  const { job, cancelling, cancelJob, dataVersion } = useStore(workspace)
  const { entries, busy, load, undo, redo } = useStore(imports)
  useEffect(() => void load(0), [load, dataVersion])
  useUndoCommands()
  const { stage } = state
  const isUnderWay = stage === 'starting' || stage === 'running'
  return (
    <>
      <ScreenHeader title={TITLES[stage]} crumbs={CRUMBS} hint={state.files.length > 0 ? formatShortList(state.files, 2) : undefined} />
      <div className={styles.scroll} data-scroll="done">
        <p role="status" className="visually-hidden">
          {isUnderWay ? `Importing ${formatPlural(state.files.length, 'file')}` : state.message}
        </p>
        <ScreenFailure failure={state.failure} />
        <div className={styles.page}>
          {isUnderWay &&
            (job ? (
              <div className={styles.job}>
                <JobCard job={job} cancelling={cancelling} onCancel={() => void cancelJob()} />
              </div>
            ) : (
              <Waiting>The import begins</Waiting>
            ))}
          {isUnderWay && <p className={styles.hint}>All files go in together or none does. Until it is done nothing of them is saved.</p>}
          {stage === 'none' && (
            <EmptyState title="No import is under way" actions={<Link to={{ screen: 'imports' }}>Go to the history of imports</Link>}>
              <p>What went in before is in the history, with its reports.</p>
            </EmptyState>
          )}
          {(stage === 'cancelled' || stage === 'failed') && (
            <EmptyState title={TITLES[stage]} actions={<Link to={importStep('review')}>Back to Review changes</Link>}>
              <p>{state.message}</p>
              <p>Your files are still chosen, with all that was said about them.</p>
            </EmptyState>
          )}
          {stage === 'done' && (
            <>
              <p className={styles.message}>{state.message}</p>
              {state.reports.map(report => {
                const isUndone = entries?.find(entry => entry.import === report.import)?.undone ?? report.undone
                return (
                  <FileReport
                    key={report.import}
                    report={report}
                    isUndone={isUndone}
                    busy={busy !== null}
                    saving={state.saving === report.import}
                    saved={state.savedAs[report.import] ?? null}
                    onUndo={() => void (isUndone ? redo(report.import) : undo(report.import))}
                    onSave={name => state.saveProfile(report, name)}
                  />
                )
              })}
            </>
          )}
        </div>
      </div>
    </>
  )
}

interface FileReportProps {
  report: ImportReport
  isUndone: boolean
  busy: boolean
  saving: boolean
  saved: string | null
  onUndo: () => void
  onSave: (name: string) => Promise<boolean>
}

function FileReport({ report, isUndone, busy, saving, saved, onUndo, onSave }: FileReportProps) {
  const idle = report.fixesApplied.filter(count => count === 0).length
  return (
    <article className={styles.report} aria-label={report.file}>
      <header className={styles.head}>
        <div>
          <h2>{report.file}</h2>
          <p className={styles.hint}>
            {kindName(report.kind)}
            {isUndone && ' · undone'}
          </p>
        </div>
        <div className={styles.actions}>
          <Link to={{ screen: 'import', import: report.import }} label={`Whole report of ${report.file}`}>
            Whole report
          </Link>
          <Button
            label={`${isUndone ? 'Redo' : 'Undo'} the import of ${report.file}`}
            onPress={onUndo}
            disabledReason={busy ? 'Another import is being undone or redone.' : null}
          >
            <Undo2 size={14} aria-hidden="true" /> {isUndone ? 'Redo' : 'Undo'}
          </Button>
        </div>
      </header>
      <ReportCounts report={report} />
      {report.fixesApplied.length > 0 && (
        <p className={styles.hint}>
          {formatPlural(report.fixesApplied.length, 'fix was', 'fixes were')} applied, {appliedWords(sum(report.fixesApplied))} in all
          {idle > 0 && `; ${idle} found nothing`}.
        </p>
      )}
      {report.problemCounts.length > 0 && <ProblemGroups groups={report.problemCounts} />}
      <SaveProfile subject={report.file} suggested={report.mapping.name ?? ''} saved={saved} saving={saving} onSave={onSave} />
    </article>
  )
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
