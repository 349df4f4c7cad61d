/** The layouts of an invoice, with what each is like. */
export const templates = [
  { value: 'clean', label: 'Clean', help: 'Plain lines and much white.' },
  {
    value: 'classic',
    label: 'Classic',
    help: 'A letter: the recipient where a window shows it, a table with lines around its cells.',
  },
  {
    value: 'compact',
    label: 'Compact',
    help: 'Small type, as many lines on a page as can be read.',
  },
] as const;

/** What an invoice is made with where nobody has chosen. */
export const usualTemplate = 'clean';

/** Where a logo can stand. */
export const logoPositions = [
  { value: 'start', label: 'Left' },
  { value: 'center', label: 'Centre' },
  { value: 'end', label: 'Right' },
] as const;

export const usualLogoPosition = 'start';

/** The colour of an invoice for which nobody has chosen one. */
export const usualColor = '#24405f';

/** Colours that are easy to read on white paper (a contrast of at least 4.5). */
export const readableColors = [
  '#0f766e',
  '#0369a1',
  '#1d4ed8',
  '#4338ca',
  '#7e22ce',
  '#be185d',
  '#b91c1c',
  '#b45309',
  '#4d7c0f',
  '#334155',
  '#111827',
];
