/** The foot of the window: the job under way, and short messages about what was done. */
import { X } from 'lucide-react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { useStores } from '../stores.tsx'
import styles from './Activity.module.css'
import { JobCard } from './JobCard.tsx'

export function Activity() {
  const { workspace, toasts, navigation } = useStores()
  const { address } = useStore(navigation)
  const { job, jobShown, cancelling, cancelJob } = useStore(workspace)
  const { toasts: shown, dismiss } = useStore(toasts)
  // The last step of an import shows its job itself.
  const isOnScreen = address.screen === 'import-step' && address.step === 'done' && job?.kind === 'import'
  const close = (id: number) => {
    // The message goes with the button that has the focus.
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
    dismiss(id)
  }
  return (
    <div className={styles.activity}>
      {job && jobShown && !isOnScreen && (
        <div className={styles.foot}>
          <JobCard job={job} cancelling={cancelling} onCancel={() => void cancelJob()} />
        </div>
      )}
      <div role="status" aria-label="Messages" className={styles.toasts}>
        {shown.map(toast => (
          <div key={toast.id} className={styles.toast} data-region="message">
            <p>{toast.message}</p>
            {toast.action && (
              <Button
                onPress={() => {
                  toast.action?.run()
                  close(toast.id)
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <Button variant="quiet" label="Dismiss message" onPress={() => close(toast.id)}>
              <X size={14} aria-hidden="true" />
            </Button>
          </div>
        ))}
      </div>
    </div>
  )
}
