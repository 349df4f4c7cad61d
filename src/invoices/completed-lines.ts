import { said } from '../catalog/catalog-entry.js';
import { type KnownEntries } from '../catalog/entries.service.js';
import { type Item } from '../catalog/item.js';
import { type Fault } from '../common/errors/app-error.js';
import { pointer } from '../common/errors/pointer.js';
import { missing } from '../common/http/fields.js';
import { isPart } from '../common/parts.js';
import { present } from '../common/present.js';
import { type CompleteLine } from './complete-request.js';
import { type LineItemDto } from './dto/create-invoice.dto.js';
import { referred } from './request-references.js';

/** Lines with what is stored of their items; to be used only without faults. */
export interface CompletedLines {
  readonly lines: CompleteLine[];
  readonly faults: readonly Fault[];
}

/** Completes lines: what they say counts more than their items do, and null leaves something out. */
export function completedLines(
  lines: readonly LineItemDto[] | undefined,
  known: KnownEntries<Item>,
  currency: string,
): CompletedLines {
  // A list of another type, and what is no line in it, stays as it is: it has a fault already.
  if (!Array.isArray(lines)) return { lines: lines as unknown as CompleteLine[], faults: [] };
  const faults: Fault[] = [];
  const completed = lines.map((line: LineItemDto, index) => {
    if (!isPart(line)) return line;
    const item = referred(known, { id: line.item, externalId: line.external_id });
    const at = lineFaults(line, item, currency);
    faults.push(
      ...at.map((fault) => ({ ...fault, pointer: pointer('line_items', index) + fault.pointer })),
    );
    return merged(line, item);
  });
  return { lines: completed, faults };
}

function merged(line: LineItemDto, item: Item | undefined): CompleteLine {
  const { item: _, external_id: __, ...fields } = line;
  if (item === undefined) return fields as CompleteLine;
  const { description, details, unit, unit_price, tax_rate, taxes } = item;
  const saysTaxes = fields.tax_rate !== undefined || fields.taxes !== undefined;
  // A code says the unit that it stands beside.
  const unitCode = fields.unit === undefined ? item.unit_code : undefined;
  const stored = present({ description, details, unit, unit_code: unitCode, unit_price });
  const own = { ...said(fields), description: fields.description ?? description };
  return {
    ...stored,
    ...(!saysTaxes && present({ tax_rate, taxes })),
    ...own,
    unit_price: fields.unit_price ?? unit_price,
    item_id: item.id,
  } as CompleteLine;
}

function lineFaults(line: LineItemDto, item: Item | undefined, currency: string): Fault[] {
  const { item: id, external_id: externalId } = line;
  if (typeof id === 'string' && externalId != null) {
    const message = 'Send item or external_id, not both.';
    return [{ pointer: '/external_id', code: 'item_or_external_id', message }];
  }
  if (typeof id === 'string' && item === undefined) {
    const message = 'There is no such item in this account.';
    return [{ pointer: '/item', code: 'item_not_found', message }];
  }
  const needed = ['description', 'unit_price'] as const;
  const faults: Fault[] = needed
    .filter((name) => (line[name] ?? item?.[name]) == null)
    .map((name) => ({ pointer: pointer(name), ...missing }));
  return item === undefined ? faults : [...faults, ...currencyFaults(line, item, currency)];
}

/** A price means nothing in another currency. */
function currencyFaults(line: LineItemDto, item: Item, currency: string): Fault[] {
  if (line.unit_price != null || item.unit_price === null) return [];
  if (item.currency === null || item.currency === currency) return [];
  return [
    {
      pointer: typeof line.item === 'string' ? '/item' : '/external_id',
      code: 'item_currency',
      message: `The price of this item is in ${item.currency}, the invoice is in ${currency}.`,
      hint: 'Send unit_price in the currency of the invoice.',
    },
  ];
}
