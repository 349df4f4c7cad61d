import { ApiProblem, type Fault, isUnready } from '../api/problem';
import { faultText, withValue } from '../ui/json-form';
import {
  type InvoiceValues,
  isBlankLine,
  linesMax,
  type LineValues,
  newLine,
} from './invoice-values';
import { partOf } from './form-parts';
import { type PastedRow } from './pasted-rows';
import { placeOf, pointerOf, type Sending } from './request-body';

/** What is wrong at a place; see {@link placeOf}. */
export type Faults = Readonly<Record<string, string>>;

export interface FormState {
  readonly values: InvoiceValues;
  /** The refusal of the last attempt to create the invoice. */
  readonly problem: ApiProblem | undefined;
  readonly refused: Faults;
  /** The refusal of the last attempt, where only the rules of an e-invoice stood in the way. */
  readonly unready: ApiProblem | undefined;
  /** The rules of the chosen format that are not met; their pointers are places. */
  readonly unmet: readonly Fault[];
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
  | { readonly type: 'shown'; readonly place: string }
  | { readonly type: 'previewed'; readonly faults: readonly Fault[]; readonly ids: Sending['ids'] }
  | { readonly type: 'attempted' }
  | { readonly type: 'refused'; readonly problem: ApiProblem; readonly ids: Sending['ids'] };

/** A form that shows these values and has nothing to complain about. */
export function initialState(values: InvoiceValues, opened: readonly string[] = []): FormState {
  return {
    values,
    problem: undefined,
    refused: {},
    unready: undefined,
    unmet: [],
    previewed: {},
    left: new Set(),
    opened: new Set(opened),
  };
}

/** The next state of the form. */
export function formReducer(state: FormState, action: FormAction): FormState {
  switch (action.type) {
    case 'changed':
      return changed(state, action.place, action.value);
    case 'left':
      return left(state, action.place);
    case 'toggled':
      return { ...state, opened: toggled(state.opened, action.part) };
    case 'shown':
      return { ...state, opened: new Set([...state.opened, ...partOf(action.place)]) };
    case 'previewed':
      return previewed(state, placed(action.faults, action.ids));
    case 'attempted':
      return { ...state, problem: undefined, refused: {}, unready: undefined };
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

function left(state: FormState, place: string): FormState {
  return state.left.has(place) ? state : { ...state, left: new Set(state.left).add(place) };
}

/** What was wrong at a place and inside it is unknown once it has changed. */
function without(faults: Faults, place: string): Faults {
  const kept = Object.entries(faults).filter(
    ([at]) => at !== place && !at.startsWith(`${place}/`) && !place.startsWith(`${at}/`),
  );
  return kept.length === Object.keys(faults).length ? faults : Object.fromEntries(kept);
}

/** Rules of the format stand in a list of their own, other faults at their fields. */
function previewed(state: FormState, faults: readonly Fault[]): FormState {
  const isRule = faults.some(({ rule }) => rule !== undefined);
  const next = { previewed: isRule ? {} : byPlace(faults), unmet: isRule ? faults : [] };
  const { previewed: former, unmet } = state;
  const same = JSON.stringify(next) === JSON.stringify({ previewed: former, unmet });
  return same ? state : { ...state, ...next };
}

function refused(state: FormState, problem: ApiProblem, ids: Sending['ids']): FormState {
  const atPlaces = placed(problem.faults, ids);
  const opened = new Set([...state.opened, ...atPlaces.flatMap(({ pointer }) => partOf(pointer))]);
  if (isUnready(problem)) return { ...state, unready: problem, unmet: atPlaces, opened };
  const named = atPlaces.map((fault) => ({
    ...fault,
    pointer: pointerOf(fault.pointer, state.values),
  }));
  const { status, code, message: detail, requestId } = problem;
  return {
    ...state,
    problem: new ApiProblem({ status, code, detail, faults: named, requestId }),
    refused: byPlace(atPlaces),
    opened,
  };
}

function placed(faults: readonly Fault[], ids: Sending['ids']): readonly Fault[] {
  return faults.map((fault) => ({ ...fault, pointer: placeOf(fault.pointer, ids) }));
}

function byPlace(faults: readonly Fault[]): Faults {
  return Object.fromEntries(faults.toReversed().map((fault) => [fault.pointer, faultText(fault)]));
}

function toggled(parts: ReadonlySet<string>, part: string): ReadonlySet<string> {
  const next = new Set(parts);
  if (!next.delete(part)) next.add(part);
  return next;
}

type Shown = Pick<FormState, 'refused' | 'previewed' | 'left' | 'unready' | 'unmet'>;

/** What is to be shown: every fault of a refusal, and those of the preview at fields that were left. */
export function shownFaults({ refused: ofAttempt, previewed: ofPreview, ...state }: Shown): Faults {
  const known = Object.entries(ofPreview).filter(([place]) => state.left.has(place));
  const rules = state.unready === undefined ? {} : byPlace(state.unmet);
  return { ...rules, ...Object.fromEntries(known), ...ofAttempt };
}
