export { attributeEntity, configEntity } from './config.js';
export { deploymentEntity, variableEntity } from './deployment.js';
export { diskEntity, orphanDiskEntity } from './disk.js';
export { instanceEntity, vmEntity } from './instance.js';
export { intentEntity } from './intent.js';
export { compiledPackageEntity, jobEntity, packageEntity, releaseEntity, releaseVersionEntity } from './release.js';
export { reservationEntity } from './reservation.js';
export { stemcellEntity } from './stemcell.js';
export { eventEntity, lockEntity, taskEntity } from './task.js';
