import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  ExactColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryIdColumn,
  References,
} from '../common/database/columns.js';
import { type Mapping } from './import.js';

/** A file that was imported: the batch that issues its invoices, and how its columns were mapped. */
@Entity('imports')
@Index('ix_imports_header', ['account_id', 'header_hash', 'batch_id'])
export class ImportEntity {
  @References('BatchEntity', 'fk_imports_batch', 'CASCADE')
  @PrimaryIdColumn()
  batch_id: string;
  @References('AccountEntity', 'fk_imports_account', 'CASCADE')
  @IdColumn()
  account_id: string;
  /** SHA-256 of the names of the columns. */
  @ExactColumn(64) header_hash: string;
  @JsonColumn() mapping: Mapping;
  @InstantColumn() created_at: string;
}

/** An invoice of an imported file, by its place in the batch, to be known again. */
@Entity('imported_invoices')
@Index('ix_imported_invoices_hash', ['account_id', 'request_hash'])
export class ImportedInvoiceEntity {
  @References(() => ImportEntity, 'fk_imported_invoices_import', 'CASCADE')
  @PrimaryColumn('varchar', { length: 32, charset: 'ascii', collation: 'ascii_bin' })
  batch_id: string;
  @PrimaryColumn('int') position: number;
  @IdColumn() account_id: string;
  @ExactColumn(64) request_hash: string;
}
