import { P, Points } from '../prose';
import { Section } from '../section';

/** Files that travel with an invoice. */
export function Attachments() {
  return (
    <Section id="attachments" title="Attach files">
      <P>
        Time sheets, delivery notes and photos can travel with an invoice. Upload each file with
        `POST /v1/attachments`, as `multipart/form-data` with one `file` in it (curl: `-F
        "file=@timesheet.pdf"`), and name the ids that you get as `attachments` of the invoice: up
        to five files, 10 MiB together. They can be PDF, PNG, JPEG, CSV, XLSX (without macros) or
        ODS, the files that electronic invoices may carry; the content of a file decides what it is.
      </P>
      <Points
        items={[
          'They go along in e-mails, lie beside the PDFs in downloads, and can be read by links to the invoice. The PDF itself stays as it is.',
          'Answers list them as `attachments`, each with a `url` for its content and its SHA-256.',
          'One upload can serve any number of invoices, also those of a batch or a schedule. Once something carries it, it stays and never changes.',
          'What nothing carries can be deleted with `DELETE /v1/attachments/…`, and is deleted after 24 hours.',
        ]}
      />
    </Section>
  );
}
