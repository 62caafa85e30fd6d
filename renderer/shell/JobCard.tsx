/** A job under way: what it does, how far it is, and the way to stop it. */
import { Button } from '../components/Button.tsx'
import { formatCount, formatDuration } from '../format.ts'
import styles from './JobCard.module.css'
import type { JobProgress } from './workspace-store.ts'

interface Props {
  job: JobProgress
  cancelling: boolean
  onCancel: () => void
}

export function JobCard({ job, cancelling, onCancel }: Props) {
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
      <Button
        onPress={onCancel}
        disabledReason={cancelling ? 'Cancelling: it stops at the next block of rows.' : null}
        focusName="cancel-job"
      >
        {cancelling ? 'Cancelling' : 'Cancel'}
      </Button>
    </section>
  )
}
