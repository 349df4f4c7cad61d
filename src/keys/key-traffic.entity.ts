import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, References } from '../common/database/columns.js';

const ascii = { charset: 'ascii', collation: 'ascii_bin' } as const;

/** How many requests a key has sent on a day (UTC), by how they were answered. */
@Entity('api_key_usage')
@Index('ix_api_key_usage_account', ['account_id', 'day'])
@Index('ix_api_key_usage_day', ['day'])
export class KeyTrafficEntity {
  @References('ApiKeyEntity', 'fk_api_key_usage_key', 'CASCADE')
  @PrimaryColumn('varchar', { length: 32, ...ascii })
  key_id: string;
  @PrimaryColumn('varchar', { length: 10, ...ascii }) day: string;
  @IdColumn() account_id: string;
  @Column('integer') succeeded: number;
  @Column('integer') client_errors: number;
  @Column('integer') server_errors: number;
}
