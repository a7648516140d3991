import * as migration_20261126_152511_initial from './20261126_152511_initial';

export const migrations = [
  {
    up: migration_20261126_152511_initial.up,
    down: migration_20261126_152511_initial.down,
    name: '20261126_152511_initial'
  },
];
