/** What happened, what is safe, what to do; with the details to copy. */
import { CircleAlert } from 'lucide-react'
import { failureDetails, type Failure } from '../failure.ts'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { CopyButton } from './CopyButton.tsx'
import styles from './ErrorNotice.module.css'

interface Props {
  failure: Failure
  version: string | null
  onRetry?: (() => void) | undefined
  retryLabel?: string
  onDismiss?: (() => void) | undefined
  /** True when it is all there is on the page. */
  page?: boolean
}

export function ErrorNotice({ failure, version, onRetry, retryLabel = 'Try again', onDismiss, page = false }: Props) {
  return (
    <section role="alert" className={classes(styles.notice, page && styles.page)}>
      <CircleAlert size={16} aria-hidden="true" className={styles.icon} />
      <div className={styles.words}>
        <h2>{failure.doing} did not work</h2>
        <p>{failure.happened}</p>
        {failure.safe !== '' && (
          <p className={styles.rest}>
            {failure.safe} {failure.toDo}
          </p>
        )}
        <div className={styles.actions}>
          {onRetry && (
            <Button variant="primary" onPress={onRetry}>
              {retryLabel}
            </Button>
          )}
          <CopyButton text={failureDetails(failure, version)}>Copy details</CopyButton>
          {onDismiss && (
            <Button variant="quiet" onPress={onDismiss}>
              Dismiss
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}
