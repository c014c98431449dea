import type { TypeTable } from '../schema/define.js';

/** Tasks. */
export const taskTypes = {
  TaskInfo: {
    fields: {
      key: 'string',
      task: 'ref Task',
      description: 'LocalizableMessage?',
      name: 'string?',
      descriptionId: 'string',
      entity: 'ref ManagedEntity?',
      entityName: 'string?',
      locked: 'ref ManagedEntity[]?',
      state: 'TaskInfoState',
      cancelled: 'boolean',
      cancelable: 'boolean',
      error: 'LocalizedMethodFault?',
      result: 'any?',
      progress: 'int?',
      progressDetails: 'KeyAnyValue[]?',
      reason: 'TaskReason',
      queueTime: 'dateTime',
      startTime: 'dateTime?',
      completeTime: 'dateTime?',
      eventChainId: 'int',
      changeTag: 'string?',
      parentTaskKey: 'string?',
      rootTaskKey: 'string?',
      activationId: 'string?',
    },
  },
  TaskReason: { abstract: true, fields: {} },
  TaskReasonUser: { extends: 'TaskReason', fields: { userName: 'string' } },
  TaskReasonSystem: { extends: 'TaskReason', fields: {} },
  TaskReasonSchedule: { extends: 'TaskReason', fields: { name: 'string', scheduledTask: 'ref ScheduledTask' } },
  TaskReasonAlarm: {
    extends: 'TaskReason',
    fields: { alarmName: 'string', alarm: 'ref Alarm', entityName: 'string', entity: 'ref ManagedEntity' },
  },
} as const satisfies TypeTable;
