/** What all steps of an import share: the title, the row of steps, and where one goes on. */
import type { ReactNode } from 'react'
import { classes } from '../components/classes.ts'
import { Link } from '../components/Link.tsx'
import { ScreenHeader, type Crumb } from '../components/ScreenHeader.tsx'
import { formatShortList } from '../format.ts'
import { importStep, type ImportStep } from '../navigation/address.ts'
import { STEPS, stepBlocked } from './steps.ts'
import styles from './WizardFrame.module.css'
import type { Inspection } from './answers.ts'

interface Props {
  step: ImportStep
  files: readonly Inspection[]
  /** The file that stays chosen from step to step. */
  file: number
  /** Beside the buttons: how things stand. */
  status?: string | null
  actions?: ReactNode
  /** Said to those who listen, whenever it changes. */
  said: string
  children: ReactNode
}

const CRUMBS: readonly Crumb[] = [{ label: 'Imports', to: { screen: 'imports' } }]

export function WizardFrame({ step, files, file, status = null, actions, said, children }: Props) {
  const title = STEPS.find(known => known.step === step)?.title ?? 'Import'
  return (
    <>
      <ScreenHeader
        title={title}
        crumbs={CRUMBS}
        hint={
          files.length > 0
            ? formatShortList(
                files.map(each => each.file),
                2,
              )
            : undefined
        }
      />
      <div className={styles.bar}>
        <nav aria-label="Steps of the import">
          <ol className={styles.steps}>
            {STEPS.map((known, index) => (
              <li key={known.step}>
                <Step
                  step={known.step}
                  label={`${index + 1} ${known.name}`}
                  isCurrent={known.step === step}
                  blocked={stepBlocked(known.step, files)?.because ?? null}
                  file={file}
                />
              </li>
            ))}
          </ol>
        </nav>
        <div className={styles.actions}>
          {status !== null && (
            <p className={styles.status} title={status}>
              {status}
            </p>
          )}
          {actions}
        </div>
      </div>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {children}
    </>
  )
}

interface StepProps {
  step: ImportStep
  label: string
  isCurrent: boolean
  blocked: string | null
  file: number
}

function Step({ step, label, isCurrent, blocked, file }: StepProps) {
  if (isCurrent)
    return (
      <span className={classes(styles.step, styles.current)} aria-current="step">
        {label}
      </span>
    )
  if (blocked !== null)
    return (
      <span className={classes(styles.step, styles.blocked)} title={blocked}>
        {label}
        <span className="visually-hidden">, not yet: {blocked}</span>
      </span>
    )
  return (
    <Link to={importStep(step, file)} className={styles.step} focusName={`step:${step}`}>
      {label}
    </Link>
  )
}
