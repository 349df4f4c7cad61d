import { ApiProblem, type Fault } from '../api/problem';
import { faultText, withValue } from '../ui/json-form';
import {
  type InvoiceValues,
  isBlankLine,
  linesMax,
  type LineValues,
  newLine,
} from './invoice-values';
import { type PastedRow } from './pasted-rows';
import { placeOf, pointerOf, type Sending } from './request-body';

/** What is wrong at a place; see {@link placeOf}. */
export type Faults = Readonly<Record<string, string>>;

export interface FormState {
  readonly values: InvoiceValues;
  /** The refusal of the last attempt to create the invoice. */
  readonly problem: ApiProblem | undefined;
  readonly refused: Faults;
  /** What the preview found; shown at fields that the person has left. */
  readonly previewed: Faults;
  readonly left: ReadonlySet<string>;
  /** Collapsible parts that are open. */
  readonly opened: ReadonlySet<string>;
}

export type FormAction =
  | { readonly type: 'changed'; readonly place: string; readonly value: unknown }
  | { readonly type: 'left'; readonly place: string }
  | { readonly type: 'lineAdded'; readonly after: string | undefined }
  | { readonly type: 'lineRemoved'; readonly id: string }
  | { readonly type: 'lineMoved'; readonly from: number; readonly to: number }
  | { readonly type: 'pasted'; readonly at: string; readonly rows: readonly PastedRow[] }
  | { readonly type: 'toggled'; readonly part: string }
  | { readonly type: 'previewed'; readonly faults: readonly Fault[]; readonly ids: Sending['ids'] }
  | { readonly type: 'attempted' }
  | { readonly type: 'refused'; readonly problem: ApiProblem; readonly ids: Sending['ids'] };

/** A form that shows these values and has nothing to complain about. */
export function initialState(values: InvoiceValues): FormState {
  return {
    values,
    problem: undefined,
    refused: {},
    previewed: {},
    left: new Set(),
    opened: new Set(),
  };
}

/** The part of the form that a line's details are in. */
export function lineMore(id: string): string {
  return `line:${id}`;
}

/** The next state of the form. */
export function formReducer(state: FormState, action: FormAction): FormState {
  switch (action.type) {
    case 'changed':
      return changed(state, action.place, action.value);
    case 'left':
      return state.left.has(action.place)
        ? state
        : { ...state, left: new Set(state.left).add(action.place) };
    case 'toggled':
      return { ...state, opened: toggled(state.opened, action.part) };
    case 'previewed':
      return previewed(state, faultsByPlace(action.faults, action.ids));
    case 'attempted':
      return { ...state, problem: undefined, refused: {} };
    case 'refused':
      return refused(state, action.problem, action.ids);
    case 'lineAdded':
    case 'lineRemoved':
    case 'lineMoved':
    case 'pasted':
      return withLines(state, linesAfter(state.values.line_items, action));
  }
}

type LineAction = Extract<
  FormAction,
  { readonly type: 'lineAdded' | 'lineRemoved' | 'lineMoved' | 'pasted' }
>;

function linesAfter(lines: readonly LineValues[], action: LineAction): readonly LineValues[] {
  switch (action.type) {
    case 'lineAdded': {
      if (lines.length >= linesMax) return lines;
      const at = lines.findIndex(({ id }) => id === action.after);
      const before = at < 0 ? lines.at(-1) : lines[at];
      return lines.toSpliced(at < 0 ? lines.length : at + 1, 0, newLine(before));
    }
    case 'lineRemoved': {
      const others = lines.filter(({ id }) => id !== action.id);
      return others.length > 0 ? others : [newLine()];
    }
    case 'lineMoved': {
      const moved = lines[action.from];
      if (moved === undefined) return lines;
      return lines.toSpliced(action.from, 1).toSpliced(action.to, 0, moved);
    }
    case 'pasted':
      return pasted(lines, action.at, action.rows);
  }
}

/** The rows take the place of the line of the cursor if nobody has begun it, else they follow it. */
function pasted(
  lines: readonly LineValues[],
  id: string,
  rows: readonly PastedRow[],
): readonly LineValues[] {
  const at = lines.findIndex((line) => line.id === id);
  const target = lines[at];
  if (target === undefined || linesAfterPaste(lines, target, rows) > linesMax) return lines;
  const made = rows.map((row) => rowLine(row, newLine(target)));
  return isBlankLine(target)
    ? lines.toSpliced(at, 1, ...made)
    : lines.toSpliced(at + 1, 0, ...made);
}

/** How many lines there would be. */
export function linesAfterPaste(
  lines: readonly LineValues[],
  target: LineValues,
  rows: readonly PastedRow[],
): number {
  return lines.length + rows.length - (isBlankLine(target) ? 1 : 0);
}

function rowLine({ discount, ...row }: PastedRow, line: LineValues): LineValues {
  return { ...line, ...row, ...(discount !== undefined && { discount: { percent: discount } }) };
}

function withLines(state: FormState, lines: readonly LineValues[]): FormState {
  return lines === state.values.line_items
    ? state
    : { ...state, values: { ...state.values, line_items: lines } };
}

function changed(state: FormState, place: string, value: unknown): FormState {
  const parts = pointerOf(place, state.values).split('/').slice(1);
  return {
    ...state,
    values: withValue(state.values, parts, value) as InvoiceValues,
    refused: without(state.refused, place),
    previewed: without(state.previewed, place),
  };
}

/** What was wrong at a place and inside it is unknown once it has changed. */
function without(faults: Faults, place: string): Faults {
  const kept = Object.entries(faults).filter(
    ([at]) => at !== place && !at.startsWith(`${place}/`) && !place.startsWith(`${at}/`),
  );
  return kept.length === Object.keys(faults).length ? faults : Object.fromEntries(kept);
}

function previewed(state: FormState, faults: Faults): FormState {
  const same = JSON.stringify(faults) === JSON.stringify(state.previewed);
  return same ? state : { ...state, previewed: faults };
}

function refused(state: FormState, problem: ApiProblem, ids: Sending['ids']): FormState {
  const faults = faultsByPlace(problem.faults, ids);
  const named = problem.faults.map((fault) => ({
    ...fault,
    pointer: pointerOf(placeOf(fault.pointer, ids), state.values),
  }));
  const { status, code, message: detail, requestId } = problem;
  return {
    ...state,
    problem: new ApiProblem({ status, code, detail, faults: named, requestId }),
    refused: faults,
    opened: new Set([...state.opened, ...Object.keys(faults).flatMap(partOf)]),
  };
}

function faultsByPlace(faults: readonly Fault[], ids: Sending['ids']): Faults {
  return Object.fromEntries(
    faults.toReversed().map((fault) => [placeOf(fault.pointer, ids), faultText(fault)]),
  );
}

/** The collapsible parts whose fields stand at the top of the request. */
const topParts: ReadonlyMap<string, string> = new Map([
  ['payment', 'payment'],
  ['attachments', 'attachments'],
  ...['withholdings', 'cash_rounding', 'tax_currency', 'exchange_rate'].map(
    (field) => [field, 'settlement'] as const,
  ),
  ...['template', 'accent_color', 'logo_position'].map((field) => [field, 'looks'] as const),
]);

/** The collapsible part that a place is in. */
function partOf(place: string): string[] {
  const [, first = '', id = '', field = '', inner = ''] = place.split('/');
  if (first === 'recipient' && !['', 'name', 'email'].includes(id)) return ['recipient'];
  const top = topParts.get(first);
  if (top !== undefined) return [top];
  const inMore = ['details', 'taxes'].includes(field) || `${field}/${inner}` === 'discount/reason';
  return first === 'line_items' && inMore ? [lineMore(id)] : [];
}

function toggled(parts: ReadonlySet<string>, part: string): ReadonlySet<string> {
  const next = new Set(parts);
  if (!next.delete(part)) next.add(part);
  return next;
}

/** What is to be shown: every fault of a refusal, and those of the preview at fields that were left. */
export function shownFaults({
  refused: ofAttempt,
  previewed: ofPreview,
  left,
}: Pick<FormState, 'refused' | 'previewed' | 'left'>): Faults {
  const known = Object.entries(ofPreview).filter(([place]) => left.has(place));
  return { ...Object.fromEntries(known), ...ofAttempt };
}
