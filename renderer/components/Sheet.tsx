/** A dialog over the window. Escape and a press outside close it; the focus returns where it was. */
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import styles from './Sheet.module.css'

interface Props {
  title: string
  open: boolean
  onClose: () => void
  children: ReactNode
}

export function Sheet({ title, open, onClose, children }: Props) {
  return (
    <ModalOverlay isOpen={open} onOpenChange={isOpen => !isOpen && onClose()} isDismissable className={styles.overlay ?? ''}>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title" level={2} className={styles.title ?? ''}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
