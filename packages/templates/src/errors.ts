import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  JobPropertyNotAMap: {
    number: 80009,
    http: 400,
    fault: 'user',
    hint: 'a job property with a dot in its name needs a map on the way to it',
  },
  RenderTimeout: { fault: 'user', http: 400, hint: 'a template that never ends was stopped; look for a loop without an end' },
  RendererDied: { fault: 'bug', retryable: true },
  RendererClosed: { fault: 'bug' },
});
