import { Alert, Anchor } from '@mantine/core';
import { type Dispatch, useEffect, useId, useRef } from 'react';
import { type ApiProblem, type Fault } from '../api/problem';
import { type EInvoiceChoice } from '../ui/e-invoice-formats';
import { focusSoon } from '../ui/field-at';
import { RouteLink } from '../ui/link';
import { organizationField, UnmetRules } from '../ui/unmet-rules';
import { type FormAction } from './form-state';
import { type InvoiceValues } from './invoice-values';
import { pointerOf } from './request-body';

interface ReadinessProps {
  readonly values: InvoiceValues;
  readonly format: EInvoiceChoice | undefined;
  readonly unmet: readonly Fault[];
  /** The refusal of the last attempt to create it, which leads here. */
  readonly unready: ApiProblem | undefined;
  readonly dispatch: Dispatch<FormAction>;
}

/** The name of the list, which the bar at the lower edge of the page leads to. */
const readinessName = '/e-invoice-rules';

/** What the chosen format still wants, each with the way to its field. */
export function Readiness({ values, format, unmet, unready, dispatch }: ReadinessProps) {
  const alert = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (unready !== undefined) alert.current?.focus();
  }, [unready]);
  if (format === undefined || unmet.length === 0) return null;
  const lead = (fault: Fault) => {
    const { pointer: place, message } = fault;
    const settings = organizationField(place);
    if (settings !== undefined)
      return (
        <RouteLink to={settings} target="_blank" inherit underline="always">
          {message}
        </RouteLink>
      );
    if (!hasField(place)) return undefined;
    const field = fieldOf(pointerOf(place, values));
    return (
      <Anchor
        href={`#${field}`}
        inherit
        underline="always"
        onClick={(event) => {
          // The field may be in a part that is still closed.
          event.preventDefault();
          dispatch({ type: 'shown', place });
          focusSoon(field);
        }}
      >
        {message}
      </Anchor>
    );
  };
  return (
    <Alert
      ref={alert}
      role="region"
      aria-labelledby={titleId}
      tabIndex={-1}
      data-speaks-for={readinessName}
      color="yellow"
      variant="light"
      title={<span id={titleId}>Before this can be {format.one}</span>}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <UnmetRules faults={unmet} lead={lead} />
    </Alert>
  );
}

/** Says in the bar that something is missing, and leads to what. */
export function ReadinessNote({ format, unmet }: Pick<ReadinessProps, 'format' | 'unmet'>) {
  if (format === undefined || unmet.length === 0) return null;
  return (
    <Anchor
      component="button"
      type="button"
      size="xs"
      underline="always"
      onClick={() => {
        focusSoon(readinessName);
      }}
    >
      {unmet.length === 1 ? '1 rule' : `${unmet.length} rules`} not met
    </Anchor>
  );
}

/** Whether there is a field to go to: the document as a whole and its type have none. */
function hasField(place: string): boolean {
  return !['', '/type'].includes(place);
}

/** Sums of taxes come of the items. */
function fieldOf(pointer: string): string {
  return /^\/(taxes|line_items)(\/\d+)?$/.test(pointer) ? '/line_items/0/tax_rate' : pointer;
}
