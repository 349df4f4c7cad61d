import { Draggable } from '@hello-pangea/dnd';
import { ActionIcon, List, Stack } from '@mantine/core';
import { Bars2Icon, EllipsisHorizontalIcon, TrashIcon } from '@heroicons/react/24/outline';
import { type ClipboardEvent, type Dispatch, type KeyboardEvent, memo, useState } from 'react';
import { focusSoon } from '../ui/field-at';
import { fieldsOf } from './fields';
import { lineMore } from './form-parts';
import { type Faults, type FormAction } from './form-state';
import classes from './invoice-form.module.css';
import { type LineValues } from './invoice-values';
import { lineOfItem } from './item-values';
import { LineDescription } from './line-description';
import { LineFigures, type Marked } from './line-figures';
import { LineMore } from './line-more';

export interface LineProps {
  readonly line: LineValues;
  readonly index: number;
  readonly faults: Faults | undefined;
  readonly net: string | undefined;
  readonly open: boolean;
  readonly currency: string;
  readonly dispatch: Dispatch<FormAction>;
  readonly onPaste: (event: ClipboardEvent, line: LineValues) => void;
}

const label = { label: classes.label };

/** One line of the invoice; it is drawn again only when something in it has changed. */
export const Line = memo(function Line(props: LineProps) {
  const { line, index, faults, net, open, currency, dispatch, onPaste } = props;
  const [byAmount, setByAmount] = useState(false);
  const { id, discount } = line;
  const place = `/line_items/${id}`;
  const fields = fieldsOf({
    values: line,
    faults,
    dispatch,
    place,
    pointer: `/line_items/${index}`,
  });
  const amountOff = discount?.percent === undefined && (discount?.amount !== undefined || byAmount);
  const said = Object.entries(faults ?? {})
    .map(([at, text]): [string, string] => [at.slice(place.length), text])
    .filter(([at]) => !/^\/(details|taxes|unit_code|period|discount\/reason)/.test(at));
  const faultsId = `faults-${id}`;
  const marked: Marked = (field) => ({
    ...field,
    error: field.error !== undefined,
    classNames: label,
    ...(field.error !== undefined && { 'aria-describedby': faultsId }),
  });
  const keyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, ctrlKey, altKey, metaKey, nativeEvent } = event;
    if (key !== 'Enter' || shiftKey || ctrlKey || altKey || metaKey || nativeEvent.isComposing)
      return;
    event.preventDefault();
    dispatch({ type: 'lineAdded', after: id });
    focusSoon(`/line_items/${index + 1}/description`);
  };
  const remove = () => {
    dispatch({ type: 'lineRemoved', id });
    focusSoon(`/line_items/${index > 0 ? index - 1 : 0}/description`);
  };
  return (
    <Draggable draggableId={id} index={index}>
      {({ innerRef, draggableProps, dragHandleProps }, { isDragging }) => (
        <div
          ref={innerRef}
          {...draggableProps}
          role="group"
          aria-label={`Item ${index + 1}`}
          className={isDragging ? `${classes.line} ${classes.dragging}` : classes.line}
        >
          <div
            {...dragHandleProps}
            className={classes.handle}
            aria-label={`Move item ${index + 1}`}
          >
            <Bars2Icon width={18} />
          </div>
          <div className={classes.body}>
            <LineDescription
              {...marked(fields.text('/description'))}
              label="Description"
              rows={1}
              classNames={{ ...label, input: classes.growing }}
              onKeyDown={keyDown}
              onPaste={(event) => {
                onPaste(event, line);
              }}
              onItem={(item) => {
                fields.change('', lineOfItem(line, item, currency));
              }}
            />
            <div className={classes.figures} onKeyDown={keyDown}>
              <LineFigures {...{ line, fields, amountOff, marked, net, currency }} />
            </div>
            {said.length > 0 && (
              <List id={faultsId} size="xs" c="var(--mantine-color-error)" listStyleType="none">
                {said.map(([at, text]) => (
                  <List.Item key={at}>{`${fieldName(at)}${text}`}</List.Item>
                ))}
              </List>
            )}
            {open && (
              <LineMore
                line={line}
                fields={fields}
                amountOff={amountOff}
                onAmountOff={setByAmount}
                currency={currency}
              />
            )}
          </div>
          <LineActions
            index={index}
            open={open}
            onRemove={remove}
            onToggle={() => {
              dispatch({ type: 'toggled', part: lineMore(id) });
            }}
          />
        </div>
      )}
    </Draggable>
  );
});

const names: Readonly<Record<string, string>> = {
  '/description': 'Description',
  '/quantity': 'Quantity',
  '/unit': 'Unit',
  '/unit_price': 'Unit price',
  '/tax_rate': 'Tax',
  '/discount': 'Discount',
  '/discount/percent': 'Discount',
  '/discount/amount': 'Discount',
};

function fieldName(pointer: string): string {
  const name = names[pointer];
  return name === undefined ? '' : `${name}: `;
}

interface LineActionsProps {
  readonly index: number;
  readonly open: boolean;
  readonly onRemove: () => void;
  readonly onToggle: () => void;
}

function LineActions({ index, open, onRemove, onToggle }: LineActionsProps) {
  return (
    <Stack gap={8} className={classes.actions}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        aria-label={`Remove item ${index + 1}`}
        onClick={onRemove}
      >
        <TrashIcon width={18} />
      </ActionIcon>
      <ActionIcon
        variant={open ? 'light' : 'subtle'}
        color="gray"
        size={34}
        aria-label={`More of item ${index + 1}`}
        aria-expanded={open}
        onClick={onToggle}
      >
        <EllipsisHorizontalIcon width={20} />
      </ActionIcon>
    </Stack>
  );
}
