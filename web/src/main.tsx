import '@mantine/core/styles.css';
import './main.css';
// Before the router, so that it can keep a screen that the router would take away.
import './ui/stay';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
