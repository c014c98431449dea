import type { MethodTable } from '../schema/define.js';

/** Sessions, extensions, options, custom fields. */
export const sessionMethods = {
  RetrieveServiceContent: { on: 'ServiceInstance', params: {}, returns: 'ServiceContent' },
  CurrentTime: { on: 'ServiceInstance', params: {}, returns: 'dateTime' },
  Login: { on: 'SessionManager', params: { userName: 'string', password: 'string', locale: 'string?' }, returns: 'UserSession' },
  Logout: { on: 'SessionManager', params: {}, returns: 'void' },
  SessionIsActive: { on: 'SessionManager', params: { sessionID: 'string', userName: 'string' }, returns: 'boolean' },
  AcquireGenericServiceTicket: {
    on: 'SessionManager',
    params: { spec: 'SessionManagerServiceRequestSpec' },
    returns: 'SessionManagerGenericServiceTicket',
  },
  AddCustomFieldDef: {
    on: 'CustomFieldsManager',
    params: { name: 'string', moType: 'string?', fieldDefPolicy: 'PrivilegePolicyDef?', fieldPolicy: 'PrivilegePolicyDef?' },
    returns: 'CustomFieldDef',
  },
  RemoveCustomFieldDef: { on: 'CustomFieldsManager', params: { key: 'int' }, returns: 'void' },
  SetField: { on: 'CustomFieldsManager', params: { entity: 'ref ManagedEntity', key: 'int', value: 'string' }, returns: 'void' },
  FindExtension: { on: 'ExtensionManager', params: { extensionKey: 'string' }, returns: 'Extension?' },
  RegisterExtension: { on: 'ExtensionManager', params: { extension: 'Extension' }, returns: 'void' },
  UnregisterExtension: { on: 'ExtensionManager', params: { extensionKey: 'string' }, returns: 'void' },
  UpdateOptions: { on: 'OptionManager', params: { changedValue: 'OptionValue[]' }, returns: 'void' },
} as const satisfies MethodTable;
