import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'

export default defineConfig(
  globalIgnores([
    '**/.next/',
    'data/',
    'dist/',
    'migrations/',
    'playwright-report/',
    'test-results/',
    '**/payload-types.ts',
    'app/(payload)/admin/importMap.js',
    'next-env.d.ts',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.recommended,
  { files: ['src/admin/**/*.{ts,tsx}', 'app/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    // What the compiler says already (undefined names), and what fixtures need by their nature.
    rules: { 'no-undef': 'off', 'no-empty-pattern': 'off' },
  },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
    },
  },
  {
    // The few rules with types that catch real bugs: a promise that nobody waits for loses its error.
    files: ['src/**/*.{ts,tsx}', 'server/**/*.ts', 'app/**/*.{ts,tsx}', 'payload.config.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  // Tests read JSON answers of unknown shape.
  { files: ['test/**', 'e2e/**'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  {
    // The same text must give the same articles, and the same slip the same answer, at any time and anywhere.
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'fetch',
        'crypto',
        'performance',
        'setTimeout',
        'setInterval',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'core is told the time.' },
        { object: 'Math', property: 'random', message: 'core is told what was drawn.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'core is told the time.',
        },
      ],
    },
  },
  // The package logs through Payload, never past it.
  { files: ['src/**/*.{ts,tsx}'], rules: { 'no-console': 'error' } },
)
