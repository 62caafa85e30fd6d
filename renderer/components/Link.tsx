/** A link to an address of the window. */
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { formatAddress, type Address } from '../navigation/address.ts'
import { useStores } from '../stores.tsx'

interface Props {
  to: Address
  children: ReactNode
  className?: string | undefined
  current?: boolean
  focusName?: string
  label?: string
}

export function Link({ to, children, className, current = false, focusName, label }: Props) {
  const { navigation } = useStores()
  const go = useStore(navigation, state => state.go)
  const href = formatAddress(to)
  return (
    <a
      href={href}
      className={className}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      data-focus={focusName ?? `link:${href}`}
      onClick={event => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        go(to)
      }}
    >
      {children}
    </a>
  )
}
