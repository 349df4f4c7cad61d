const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
};

export default {
  maxWorkers: 2,
  // Only a test that hangs should end by the clock, however small and busy the machine is.
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      roots: ['<rootDir>/src', '<rootDir>/web/src'],
      testMatch: ['**/*.spec.ts'],
    },
    {
      ...common,
      displayName: 'e2e',
      roots: ['<rootDir>/test'],
      testMatch: ['**/*.e2e-spec.ts'],
      testRunner: '<rootDir>/test/runner/runner.js',
    },
    {
      ...common,
      displayName: 'browser',
      roots: ['<rootDir>/test'],
      testMatch: ['**/*.browser-spec.ts'],
      testRunner: '<rootDir>/test/runner/runner.js',
    },
    {
      ...common,
      displayName: 'verapdf',
      roots: ['<rootDir>/test/verapdf'],
      testMatch: ['**/*.verapdf-spec.ts'],
    },
    {
      ...common,
      displayName: 'samples',
      roots: ['<rootDir>/test/samples'],
      testMatch: ['**/*.samples.ts'],
    },
    {
      ...common,
      displayName: 'cluster',
      roots: ['<rootDir>/test'],
      testMatch: ['**/*.cluster-spec.ts'],
      testRunner: '<rootDir>/test/runner/runner.js',
    },
  ],
};
