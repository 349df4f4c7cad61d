import { Button, Group } from '@mantine/core';
import { type RefObject } from 'react';
import { documentWord } from '../invoices/document-type';
import { type InvoiceValues } from './invoice-values';
import { type Outcome } from './use-create';

interface FormButtonsProps {
  readonly type: InvoiceValues['type'];
  readonly repeats: boolean;
  /** What Ctrl+Enter presses. */
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly busy: Outcome | undefined;
  /** The draft that is changed; it is issued on its page. */
  readonly draftId: string | undefined;
  readonly create: (outcome: Outcome) => void;
  readonly plan: () => void;
}

/** What comes of the form: an invoice, a draft, or one that comes again and again. */
export function FormButtons(props: FormButtonsProps) {
  const { type, repeats, button, busy, draftId, create, plan } = props;
  if (repeats)
    return (
      <Button ref={button} onClick={plan}>
        Continue
      </Button>
    );
  const saveDraft = {
    loading: busy === 'draft',
    disabled: busy === 'invoice',
    onClick: () => {
      create('draft');
    },
  };
  if (draftId !== undefined)
    return (
      <Button ref={button} {...saveDraft}>
        Save draft
      </Button>
    );
  return (
    <Group gap="xs">
      {type === undefined && (
        <Button variant="default" onClick={plan}>
          Make recurring
        </Button>
      )}
      <Button variant="default" {...saveDraft}>
        Save as draft
      </Button>
      <Button
        ref={button}
        loading={busy === 'invoice'}
        disabled={busy === 'draft'}
        onClick={() => {
          create('invoice');
        }}
      >
        Create {documentWord(type)}
      </Button>
    </Group>
  );
}
