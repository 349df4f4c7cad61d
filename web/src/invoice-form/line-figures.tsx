import { Input, TextInput } from '@mantine/core';
import { money } from '../ui/formats';
import { type FieldProps, type Fields } from './fields';
import classes from './invoice-form.module.css';
import { type LineValues, type TaxValues } from './invoice-values';
import { TaxPresetMenu } from './tax-preset-menu';

/** A field whose fault is told below the line, as its own column is too narrow for a sentence. */
export type Marked = <Field extends FieldProps>(
  field: Field,
) => Omit<Field, 'error'> & { error: boolean; classNames: { label: string | undefined } };

interface LineFiguresProps {
  readonly line: LineValues;
  readonly fields: Fields;
  readonly amountOff: boolean;
  readonly marked: Marked;
  readonly net: string | undefined;
  readonly currency: string;
}

/** The figures of a line, and what they come to. */
export function LineFigures({ line, fields, amountOff, marked, net, currency }: LineFiguresProps) {
  const choose = (tax: TaxValues) => {
    fields.change('/tax_rate', undefined);
    fields.change('/taxes', [tax]);
  };
  const taxes = fields.text('/taxes').name;
  const off = fields.decimal(amountOff ? '/discount/amount' : '/discount/percent');
  return (
    <>
      <TextInput {...marked(fields.decimal('/quantity'))} label="Quantity" />
      <TextInput {...marked(fields.text('/unit'))} label="Unit" />
      <TextInput {...marked(fields.decimal('/unit_price'))} label="Unit price" />
      {line.taxes === undefined ? (
        <TextInput
          {...marked(fields.decimal('/tax_rate'))}
          label="Tax %"
          data-speaks-for={taxes}
          rightSection={<TaxPresetMenu small choose={choose} />}
        />
      ) : (
        <TextInput
          label="Tax %"
          data-speaks-for={taxes}
          classNames={{ label: classes.label }}
          readOnly
          value={line.taxes.map(({ rate }) => rate ?? '…').join('+')}
          rightSection={line.taxes.length === 1 && <TaxPresetMenu small choose={choose} />}
        />
      )}
      <TextInput
        {...marked({ ...off, error: off.error ?? fields.error('/discount') })}
        label={amountOff ? 'Discount' : 'Discount %'}
        data-speaks-for={off.name.replace(/\/\w+$/, '')}
      />
      <div>
        <Input.Label labelElement="div" ta="right" display="block" className={classes.label}>
          Net
        </Input.Label>
        <div className={`amount ${classes.net ?? ''}`} data-net>
          {net === undefined ? '–' : money(net, currency)}
        </div>
      </div>
    </>
  );
}
