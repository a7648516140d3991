import * as migration_20261122_024540_initial from './20261122_024540_initial';

export const migrations = [
  {
    up: migration_20261122_024540_initial.up,
    down: migration_20261122_024540_initial.down,
    name: '20261122_024540_initial'
  },
];
