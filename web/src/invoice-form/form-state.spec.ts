import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../api/problem';
import { formReducer, initialState, shownFaults } from './form-state';
import { emptyValues, isBlank, type LineValues, valuesOf } from './invoice-values';
import { previewOf, sendingOf } from './request-body';

const line = (id: string, fields: Partial<LineValues> = {}): LineValues => ({
  id,
  quantity: '1',
  unit_price: '5',
  description: id,
  ...fields,
});
const values = (...lines: LineValues[]) => ({ recipient: { name: 'Acme' }, line_items: lines });
const fault = (pointer: string) => ({ pointer, code: 'wrong', message: `at ${pointer}` });
const problem = (...pointers: string[]) =>
  new ApiProblem({
    status: 422,
    code: 'validation_failed',
    detail: 'x',
    faults: pointers.map(fault),
  });

describe('the request of the form', () => {
  it('leaves out lines that nobody has begun, but never all of them', () => {
    const { body, ids } = sendingOf(values({ id: 'x', quantity: '1', tax_rate: '19' }, line('a')));
    expect(body.line_items).toEqual([{ description: 'a', quantity: '1', unit_price: '5' }]);
    expect(ids.line_items).toEqual(['a']);
    expect(sendingOf(emptyValues()).body).toMatchObject({ recipient: {}, line_items: [{}] });
  });

  it('has days as a number, and what is no number as it was typed', () => {
    const days = (typed: string) =>
      sendingOf({ ...values(line('a')), payment_terms_days: typed }).body.payment_terms_days;
    expect(days('14')).toBe(14);
    expect(days('soon')).toBe('soon');
  });

  it('can be previewed as soon as a line has a price, with signs for what is missing', () => {
    expect(previewOf(values(line('a', { unit_price: undefined })))).toBeUndefined();
    const preview = previewOf({
      line_items: [
        line('a', { unit_price: ' ' }),
        line('b', { description: undefined, taxes: [{}] }),
      ],
    });
    expect(preview?.ids.line_items).toEqual(['b']);
    expect(preview?.body).toMatchObject({
      recipient: { name: '…' },
      line_items: [{ description: '…', taxes: [{ name: '…', rate: '0' }] }],
    });
  });
});

describe('the state of the form', () => {
  it('keeps faults at their lines while lines move, and takes them away when the field changes', () => {
    const sent = values({ id: 'x' }, line('a'), line('b'));
    let state = formReducer(initialState(sent), {
      type: 'refused',
      problem: problem('/line_items/1/unit_price', '/line_items/0/details'),
      ids: sendingOf(sent).ids,
    });
    expect(state.problem?.faults.map(({ pointer }) => pointer)).toEqual([
      '/line_items/2/unit_price',
      '/line_items/1/details',
    ]);
    expect(state.opened).toEqual(new Set(['line:a']));
    state = formReducer(state, { type: 'lineMoved', from: 2, to: 0 });
    expect(Object.keys(shownFaults(state)).sort()).toEqual([
      '/line_items/a/details',
      '/line_items/b/unit_price',
    ]);
    state = formReducer(state, { type: 'changed', place: '/line_items/b/unit_price', value: '7' });
    expect(state.values.line_items[0]).toMatchObject({ id: 'b', unit_price: '7' });
    expect(Object.keys(shownFaults(state))).toEqual(['/line_items/a/details']);
  });

  it('shows what the preview found only at fields that were left', () => {
    const ids = sendingOf(values(line('a'))).ids;
    let state = formReducer(initialState(values(line('a'))), {
      type: 'previewed',
      faults: [fault('/line_items/0/quantity')],
      ids,
    });
    expect(shownFaults(state)).toEqual({});
    state = formReducer(state, { type: 'left', place: '/line_items/a/quantity' });
    expect(Object.keys(shownFaults(state))).toEqual(['/line_items/a/quantity']);
  });

  it('puts pasted rows in the place of a blank line and below one that has been begun', () => {
    const rows = [{ description: 'p', discount: '5' }, { description: 'q' }];
    const descriptions = (lines: LineValues[]) =>
      formReducer(initialState({ line_items: lines }), {
        type: 'pasted',
        at: lines[0]!.id,
        rows,
      }).values.line_items.map(({ description }) => description);
    expect(descriptions([{ id: 'x', quantity: '1' }, line('b')])).toEqual(['p', 'q', 'b']);
    expect(descriptions([line('a'), line('b')])).toEqual(['a', 'p', 'q', 'b']);
  });

  it('never has more than 1,000 lines, and never none', () => {
    const full = values(...Array.from({ length: 1000 }, (_, index) => line(`l${index}`)));
    const added = formReducer(initialState(full), { type: 'lineAdded', after: 'l3' });
    expect(added.values.line_items).toHaveLength(1000);
    const removed = formReducer(initialState(values(line('a'))), { type: 'lineRemoved', id: 'a' });
    expect(isBlank({ line_items: removed.values.line_items })).toBe(true);
  });
});

describe('an earlier invoice in the form', () => {
  it('shows a plain tax as its rate and keeps every other tax as it is', () => {
    const request = {
      recipient: { name: 'Acme' },
      line_items: [
        {
          description: 'a',
          quantity: '1',
          unit_price: '1',
          taxes: [{ name: 'Tax', rate: '19', category: 'S' as const }],
        },
        {
          description: 'b',
          quantity: '1',
          unit_price: '1',
          taxes: [{ name: 'Tax', rate: '0', category: 'E' as const }],
        },
      ],
    };
    const [plain, named] = valuesOf(request).line_items;
    expect(plain).toMatchObject({ tax_rate: '19' });
    expect(plain).not.toHaveProperty('taxes');
    expect(named).toMatchObject({ taxes: [{ name: 'Tax', rate: '0', category: 'E' }] });
  });
});
