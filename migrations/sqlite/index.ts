import * as migration_20261126_155401_initial from './20261126_155401_initial';

export const migrations = [
  {
    up: migration_20261126_155401_initial.up,
    down: migration_20261126_155401_initial.down,
    name: '20261126_155401_initial'
  },
];
