import * as migration_20261127_085757_initial from './20261127_085757_initial';

export const migrations = [
  {
    up: migration_20261127_085757_initial.up,
    down: migration_20261127_085757_initial.down,
    name: '20261127_085757_initial'
  },
];
