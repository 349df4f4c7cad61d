import { type ReactNode } from 'react';
import { IssueOnce } from '../ui/issue-once';
import { type JsonForm } from '../ui/json-form';
import { type IssuedKey, useReloadApiKeys } from './api-keys-data';
import { KeyShownOnce } from './api-keys-shown-once';

interface IssueKeyProps<T extends object> {
  readonly opened: boolean;
  readonly close: () => void;
  readonly title: string;
  readonly button: string;
  readonly initial: T;
  readonly send: (values: T) => Promise<IssuedKey>;
  readonly fields: (form: JsonForm<T>) => ReactNode;
}

/** Asks what a new key needs, and shows the key once; then only "I have stored it" closes the dialog. */
export function IssueKey<T extends object>(props: IssueKeyProps<T>) {
  return (
    <IssueOnce<T, IssuedKey>
      {...props}
      issuedTitle="Your new API key"
      reload={useReloadApiKeys()}
      shown={(issued, onStored) => <KeyShownOnce issued={issued} onStored={onStored} />}
    />
  );
}
