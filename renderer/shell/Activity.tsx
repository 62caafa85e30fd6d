/** The foot of the window: the job under way, and short messages about what was done. */
import { X } from 'lucide-react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { formatCount, formatDuration } from '../format.ts'
import { useStores } from '../stores.tsx'
import styles from './Activity.module.css'
import type { JobProgress } from './workspace-store.ts'

export function Activity() {
  const { workspace, toasts } = useStores()
  const { job, jobShown, cancelling, cancelJob } = useStore(workspace)
  const { toasts: shown, dismiss } = useStore(toasts)
  return (
    <div className={styles.activity}>
      {job && jobShown && <JobCard job={job} cancelling={cancelling} onCancel={() => void cancelJob()} />}
      <div role="status" aria-label="Messages" className={styles.toasts}>
        {shown.map(toast => (
          <div key={toast.id} className={styles.toast} data-region="message">
            <p>{toast.message}</p>
            {toast.action && (
              <Button
                onPress={() => {
                  toast.action?.run()
                  dismiss(toast.id)
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <Button variant="quiet" label="Dismiss message" onPress={() => dismiss(toast.id)}>
              <X size={14} aria-hidden="true" />
            </Button>
          </div>
        ))}
      </div>
    </div>
  )
}

interface JobCardProps {
  job: JobProgress
  cancelling: boolean
  onCancel: () => void
}

function JobCard({ job, cancelling, onCancel }: JobCardProps) {
  const facts = [
    `${formatCount(job.rows)} rows`,
    ...(job.rowsPerSecond === null ? [] : [`${formatCount(job.rowsPerSecond)} rows a second`]),
    job.secondsLeft === null ? 'time left not known yet' : `${formatDuration(job.secondsLeft)} left`,
  ]
  return (
    <section className={styles.job} aria-label="Work under way" data-region="job">
      <div className={styles.stage}>
        <b>{job.stage}</b>
        <span>{facts.join(' · ')}</span>
      </div>
      <progress max={1} value={job.done ?? undefined} aria-label={job.stage} />
      <Button onPress={onCancel} disabledReason={cancelling ? 'Cancelling: it stops at the next block of rows.' : null}>
        {cancelling ? 'Cancelling' : 'Cancel'}
      </Button>
    </section>
  )
}
