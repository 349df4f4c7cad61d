import { DragDropContext, Droppable, type DropResult } from '@hello-pangea/dnd';
import { Button, Text } from '@mantine/core';
import { PlusIcon } from '@heroicons/react/24/outline';
import {
  type ClipboardEvent,
  type Dispatch,
  useCallback,
  useRef,
  useState,
  useEffect,
} from 'react';
import { focusSoon } from '../ui/field-at';
import { lineMore } from './form-parts';
import { type Faults, type FormAction, linesAfterPaste } from './form-state';
import { linesMax, type LineValues } from './invoice-values';
import { Line } from './line';
import { pastedRows } from './pasted-rows';
import { usualSignOf } from './plain-decimal';

interface LinesProps {
  readonly lines: readonly LineValues[];
  readonly faultsById: ReadonlyMap<string, Faults>;
  readonly netAmounts: ReadonlyMap<string, string>;
  readonly opened: ReadonlySet<string>;
  readonly currency: string;
  readonly dispatch: Dispatch<FormAction>;
}

/** What is sold: lines that are typed, pasted from a spreadsheet and put in order. */
export function Lines({ lines, faultsById, netAmounts, opened, currency, dispatch }: LinesProps) {
  const [said, setSaid] = useState('');
  const latest = useRef(lines);
  useEffect(() => {
    latest.current = lines;
  }, [lines]);
  const paste = useCallback(
    (event: ClipboardEvent, line: LineValues) => {
      const text = event.clipboardData.getData('text/plain');
      const rows = pastedRows(text, usualSignOf(navigator.language));
      if (rows === undefined) return;
      event.preventDefault();
      const count = linesAfterPaste(latest.current, line, rows);
      if (count > linesMax) {
        setSaid(tooMany(count));
        return;
      }
      dispatch({ type: 'pasted', at: line.id, rows });
      setSaid(rows.length === 1 ? '1 item pasted.' : `${rows.length} items pasted.`);
    },
    [dispatch],
  );
  const drop = ({ source, destination }: DropResult) => {
    if (destination) dispatch({ type: 'lineMoved', from: source.index, to: destination.index });
  };
  const add = () => {
    dispatch({ type: 'lineAdded', after: undefined });
    focusSoon(`/line_items/${lines.length}/description`);
  };
  return (
    <>
      <DragDropContext onDragEnd={drop}>
        <Droppable droppableId="lines">
          {({ innerRef, droppableProps, placeholder }) => (
            <div ref={innerRef} {...droppableProps}>
              {lines.map((line, index) => (
                <Line
                  key={line.id}
                  line={line}
                  index={index}
                  faults={faultsById.get(line.id)}
                  net={netAmounts.get(line.id)}
                  open={opened.has(lineMore(line.id))}
                  currency={currency}
                  dispatch={dispatch}
                  onPaste={paste}
                />
              ))}
              {placeholder}
            </div>
          )}
        </Droppable>
      </DragDropContext>
      <Button
        variant="light"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<PlusIcon width={16} />}
        onClick={add}
        disabled={lines.length >= linesMax}
      >
        Add item
      </Button>
      <Text size="sm" c="dimmed">
        <span role="status">{said}</span> Enter adds an item below. Rows copied from a spreadsheet
        can be pasted into a description.
      </Text>
    </>
  );
}

function tooMany(count: number): string {
  return `An invoice has at most ${linesMax.toLocaleString()} items; with the pasted rows it would have ${count.toLocaleString()}. Nothing was pasted.`;
}
