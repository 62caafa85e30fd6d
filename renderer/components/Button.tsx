/** A button. One that cannot be pressed stays reachable and says why. */
import { useId, type ReactNode } from 'react'
import styles from './Button.module.css'
import { classes } from './classes.ts'

interface Props {
  children: ReactNode
  onPress: () => void
  variant?: 'default' | 'primary' | 'quiet'
  /** A key hint beside the label. */
  keys?: string
  /** Why it cannot be pressed now; null or absent when it can. */
  disabledReason?: string | null
  /** For buttons that show only an icon, or whose label needs its context. */
  label?: string
  pressed?: boolean
  focusName?: string
}

export function Button({ children, onPress, variant = 'default', keys, disabledReason = null, label, pressed, focusName }: Props) {
  const reasonId = useId()
  const disabled = disabledReason !== null
  return (
    <>
      <button
        type="button"
        className={classes(styles.button, styles[variant])}
        onClick={disabled ? undefined : onPress}
        aria-disabled={disabled || undefined}
        aria-describedby={disabled ? reasonId : undefined}
        aria-label={label}
        aria-pressed={pressed}
        title={disabledReason ?? (label === undefined ? undefined : label)}
        data-focus={focusName}
      >
        {children}
        {keys !== undefined && <kbd aria-hidden="true">{keys}</kbd>}
      </button>
      {disabled && (
        <span id={reasonId} className="visually-hidden">
          {disabledReason}
        </span>
      )}
    </>
  )
}
