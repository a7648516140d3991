import * as migration_20261126_153647_initial from './20261126_153647_initial';

export const migrations = [
  {
    up: migration_20261126_153647_initial.up,
    down: migration_20261126_153647_initial.down,
    name: '20261126_153647_initial'
  },
];
