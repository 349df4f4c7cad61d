import { type Definition } from '../definition';
import { Definitions } from '../definitions';
import { P, Points } from '../prose';
import { Section } from '../section';

const readings: readonly Definition[] = [
  {
    term: 'Characters',
    text: 'UTF-8, UTF-16 and Windows-1252 (which has all of Latin-1) are told apart by themselves. If letters with accents look wrong, choose the encoding.',
  },
  {
    term: 'Cells',
    text: 'Separated by commas, semicolons or tabs. A text that holds the separator or a line break stands in double quotes, and each double quote within it is written twice.',
  },
  {
    term: 'Numbers',
    text: '`1,234.50`, `1.234,50`, `1 234,50` or `1234.5`, without a currency. If every number of the file could be read in two ways, like `1.234`, you are asked.',
  },
  {
    term: 'Dates',
    text: '`2026-01-31`, `31/01/2026`, `01/31/2026` or `31.01.2026`, with four digits for the year. If nothing in the file tells the day from the month, you are asked: `01/02/2026` is never guessed.',
  },
  {
    term: 'Formulas',
    text: 'Are texts here: `=SUM(A1:A9)` in a description is printed as it stands, and in a number it is a fault. Nothing is calculated.',
  },
];

/** Many invoices from a table. */
export function ImportTopic() {
  return (
    <>
      <Section id="file" title="The file">
        <P>
          [Invoices → Import CSV](/invoices/import) takes a table that a shop, a time tracker or a
          spreadsheet has saved as CSV. Its first row names the columns; every row below it is a
          line of an invoice.
        </P>
        <Points
          items={[
            '**Needed** are the name of the recipient, a description and a unit price. Everything else may be left out: the quantity is 1 then, and date, currency and language are those of your organization.',
            '**Several lines in one invoice:** a column whose value is the same in all rows of an invoice, such as the number of the order, or the invoice number. Without either, each row is an invoice. What an invoice has once, like its recipient, stands in its first row or in all of them.',
            '**Limits:** 2 MiB, 5,000 rows, 200 columns, 1,000 invoices. Split larger files and keep the first row in each part.',
          ]}
        />
      </Section>
      <Section id="reading" title="How cells are read">
        <Definitions label="How cells are read" of={readings} />
      </Section>
      <Section id="preview" title="Before anything is issued">
        <P>
          The preview shows every invoice with its total, and every fault with its row, column and
          what to do. Rows are numbered as in a spreadsheet. Nothing is stored while there are
          faults, unless you choose to import only the invoices without: then download the rows with
          faults, mend them, and import that file.
        </P>
        <P>
          An invoice that an earlier import has issued is shown as such and left out, also when the
          file was saved anew or comes again with its faults mended. To issue it once more, tick it.
          The codes are under [Errors](/help/errors#csv-import).
        </P>
      </Section>
      <Section id="issued" title="What happens then">
        <P>
          The invoices are issued in the background, with numbers in the order of the file. You see
          how far they are, and may leave the page. The columns are remembered for the next file
          with the same first row.
        </P>
        <P>
          Your own software needs no CSV: `POST /v1/invoices/batch` takes up to 1,000 invoices as
          JSON with one request.
        </P>
      </Section>
    </>
  );
}
