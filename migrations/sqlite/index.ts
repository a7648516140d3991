import * as migration_20261126_193440_initial from './20261126_193440_initial';

export const migrations = [
  {
    up: migration_20261126_193440_initial.up,
    down: migration_20261126_193440_initial.down,
    name: '20261126_193440_initial'
  },
];
