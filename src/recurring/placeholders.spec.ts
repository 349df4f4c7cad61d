import { filled, placeholderFaults } from './placeholders.js';

const period = { start: '2026-03-31', end: '2026-04-29', previousStart: '2026-02-28' };
const request = (text: unknown) => ({
  recipient: { name: '{{month}}' },
  line_items: [{ description: text, details: text }, 'no object'],
  notes: text,
  terms: text,
  reference: text,
});
const notes = (text: string, language = 'en') => filled({ notes: text }, period, language).notes;

describe('placeholders', () => {
  it('say which period it is, in every text that is printed and nowhere else', () => {
    expect(filled(request('for {{month}}'), period, 'en')).toEqual({
      ...request('for March 2026'),
      recipient: { name: '{{month}}' },
    });
  });

  it.each([
    ['{{period_start}} – {{period_end}}', 'March 31, 2026 – April 29, 2026'],
    ['{{previous_period_start}} – {{previous_period_end}}', 'February 28, 2026 – March 30, 2026'],
    ['{{previous_month}}', 'February 2026'],
    ['{{ year }}', '2026'],
    ['{{month}} {{month}}', 'March 2026 March 2026'],
    ['{month} {{}}', '{month} {{}}'],
  ])('%s is %s', (text, expected) => {
    expect(notes(text)).toBe(expected);
  });

  it('are written in the language of the invoice', () => {
    expect(notes('{{month}}, {{period_start}}', 'de')).toBe('März 2026, 31. März 2026');
    expect(notes('{{month}}', 'fr')).toBe('mars 2026');
    expect(notes('{{period_start}}', 'ja')).toBe('2026年3月31日');
  });

  it('that nothing is known of are a fault, once for each text', () => {
    const faults = placeholderFaults(request('{{mounth}} {{other}}'));
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/notes unknown_placeholder',
      '/terms unknown_placeholder',
      '/reference unknown_placeholder',
      '/line_items/0/description unknown_placeholder',
      '/line_items/0/details unknown_placeholder',
    ]);
    expect(faults[0]?.message).toContain('{{mounth}}');
    for (const name of ['constructor', 'toString', '__proto__'])
      expect(placeholderFaults({ notes: `{{${name}}}` })).toHaveLength(1);
  });

  it('look at nothing that is no text', () => {
    for (const value of [7, null, undefined, {}, [], true])
      expect(placeholderFaults(request(value))).toEqual([]);
    expect(placeholderFaults({ line_items: 'x' })).toEqual([]);
  });

  it('take no time in a text that opens many and closes none', () => {
    expect(notes('{{ '.repeat(100_000))).toBe('{{ '.repeat(100_000));
    expect(notes(`{{${' '.repeat(100_000)}`)).toBe(`{{${' '.repeat(100_000)}`);
  });
});
