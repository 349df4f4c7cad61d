import { Modal } from '@mantine/core';
import { type ReactNode } from 'react';

interface DialogProps {
  readonly opened: boolean;
  /** Called by Escape, by a click outside and by the cross. */
  readonly onClose: () => void;
  readonly title: string;
  readonly size?: string;
  /** Whether there is a cross; a dialog that must be answered has none. */
  readonly cross?: boolean;
  /** Whether it lies over another dialog; it is then closed by its own buttons only. */
  readonly over?: boolean;
  readonly children: ReactNode;
}

/** A dialog over the page. It goes at once: while it faded, its content would already be another one. */
export function Dialog(props: DialogProps) {
  const { opened, onClose, title, size, cross = true, over = false, children } = props;
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={size ?? 'md'}
      closeOnEscape={!over}
      closeOnClickOutside={!over}
      zIndex={over ? 300 : 200}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* Mantine's <header> would be a second banner of the page. */}
        <Modal.Header role="presentation">
          <Modal.Title fw={600}>{title}</Modal.Title>
          {cross && <Modal.CloseButton aria-label="Close" />}
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
