import * as migration_20261127_010034_initial from './20261127_010034_initial';

export const migrations = [
  {
    up: migration_20261127_010034_initial.up,
    down: migration_20261127_010034_initial.down,
    name: '20261127_010034_initial'
  },
];
