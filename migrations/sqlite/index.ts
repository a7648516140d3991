import * as migration_20261126_152834_initial from './20261126_152834_initial';

export const migrations = [
  {
    up: migration_20261126_152834_initial.up,
    down: migration_20261126_152834_initial.down,
    name: '20261126_152834_initial'
  },
];
