import { Alert, List, Text } from '@mantine/core';
import { ExclamationTriangleIcon } from '@heroicons/react/24/outline';
import { useLayoutEffect, useRef, useState } from 'react';
import { type ApiProblem, type Fault } from '../api/problem';
import { faultText } from './json-form';

/**
 * What went wrong, above a form. Faults whose field is on the page stand there and the first one gets
 * the focus; the others are listed here, so that none is lost.
 */
export function ProblemAlert({ problem }: { problem: ApiProblem | undefined }) {
  const alert = useRef<HTMLDivElement>(null);
  const [unplaced, setUnplaced] = useState<readonly Fault[]>([]);
  useLayoutEffect(() => {
    if (problem === undefined) return;
    const scope = alert.current?.closest('form') ?? document.body;
    const placed = problem.faults.map((fault) => [fault, fieldOf(scope, fault)] as const);
    setUnplaced(placed.filter(([, field]) => field === null).map(([fault]) => fault));
    const first = placed.find(([, field]) => field !== null)?.[1];
    if (first) first.focus();
    else alert.current?.focus();
  }, [problem]);
  if (problem === undefined) return null;
  return (
    <Alert
      ref={alert}
      role="alert"
      tabIndex={-1}
      color="red"
      variant="light"
      icon={<ExclamationTriangleIcon width={20} />}
      title={titleOf(problem, unplaced)}
      styles={{
        title: { color: 'var(--mantine-color-error)', marginBottom: 0 },
        message: { marginTop: 0 },
      }}
    >
      {details(problem, unplaced)}
    </Alert>
  );
}

/** Nothing at all when the title says everything, or the alert would keep room for it. */
function details({ status, requestId }: ApiProblem, unplaced: readonly Fault[]) {
  if (unplaced.length > 0) {
    return (
      <List size="sm">
        {unplaced.map((fault) => (
          <List.Item key={fault.pointer + fault.code}>
            {fault.pointer !== '' && <code>{fault.pointer}</code>} {faultText(fault)}
          </List.Item>
        ))}
      </List>
    );
  }
  return status >= 500 && requestId !== undefined ? (
    <Text size="xs">Request {requestId}</Text>
  ) : null;
}

function titleOf({ faults, message }: ApiProblem, unplaced: readonly Fault[]): string {
  if (faults.length === 0) return message;
  if (unplaced.length > 0) return 'This cannot be accepted yet:';
  return faults.length === 1 ? 'Please check the marked field.' : 'Please check the marked fields.';
}

/** The field that shows the fault: the one of its name, or the one that speaks for a group of fields. */
function fieldOf(scope: Element, { pointer }: Fault): HTMLElement | null {
  const place = CSS.escape(pointer);
  return scope.querySelector<HTMLElement>(`[name="${place}"], [data-speaks-for="${place}"]`);
}
