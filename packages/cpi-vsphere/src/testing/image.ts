import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';

const disk = 'image-disk1.vmdk';
/** Any one: the same image has the same bytes, and so the same digest, whenever it is written. */
const mtime = new Date(0);

/**
 * The smallest `image` of a vSphere stemcell: a disk on a SCSI controller, a CD drive, a NIC. The disk holds the same piece again and again; simulators do
 * not look.
 */
export async function writeImage(path: string, diskSize = 64 * 1024, piece: Uint8Array = Buffer.alloc(64 * 1024, 7)): Promise<void> {
  const tar = pack();
  const written = pipeline(tar, createGzip({ level: 1 }), createWriteStream(path));
  await pipeline(repeated(piece, diskSize), tar.entry({ name: disk, size: diskSize, mtime }));
  tar.entry({ name: 'image.mf', mtime }, 'none');
  tar.entry({ name: 'image.ovf', mtime }, ovf(diskSize));
  tar.finalize();
  await written;
}

function* repeated(piece: Uint8Array, size: number): Generator<Uint8Array> {
  for (let left = size; left > 0; left -= piece.length) yield piece.subarray(0, left);
}

function ovf(diskSize: number): string {
  const item = (fields: Record<string, string | number>): string =>
    `<Item>${Object.entries(fields)
      .map(([name, value]) => `<rasd:${name}>${value}</rasd:${name}>`)
      .join('')}</Item>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1"
  xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData"
  xmlns:vssd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData">
  <References><File ovf:href="${disk}" ovf:id="file1" ovf:size="${diskSize}"/></References>
  <DiskSection><Info>Disks</Info>
    <Disk ovf:capacity="3" ovf:capacityAllocationUnits="byte * 2^30" ovf:diskId="vmdisk1" ovf:fileRef="file1"
      ovf:format="http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized"/>
  </DiskSection>
  <NetworkSection><Info>Networks</Info><Network ovf:name="VM Network"><Description>VM Network</Description></Network></NetworkSection>
  <VirtualSystem ovf:id="vm"><Info>A VM</Info><Name>vm</Name>
    <OperatingSystemSection ovf:id="94"><Info>OS</Info></OperatingSystemSection>
    <VirtualHardwareSection><Info>Hardware</Info>
      <System><vssd:ElementName>Virtual Hardware Family</vssd:ElementName><vssd:InstanceID>0</vssd:InstanceID>
        <vssd:VirtualSystemIdentifier>vm</vssd:VirtualSystemIdentifier><vssd:VirtualSystemType>vmx-09</vssd:VirtualSystemType></System>
      ${item({ ElementName: '1 CPU', InstanceID: 1, ResourceType: 3, VirtualQuantity: 1 })}
      ${item({ AllocationUnits: 'byte * 2^20', ElementName: 'Memory', InstanceID: 2, ResourceType: 4, VirtualQuantity: 512 })}
      ${item({ Address: 0, ElementName: 'SCSI Controller 0', InstanceID: 3, ResourceSubType: 'lsilogic', ResourceType: 6 })}
      ${item({ Address: 0, ElementName: 'IDE 0', InstanceID: 4, ResourceType: 5 })}
      ${item({ AddressOnParent: 0, ElementName: 'Hard disk 1', HostResource: 'ovf:/disk/vmdisk1', InstanceID: 5, Parent: 3, ResourceType: 17 })}
      ${item({ AddressOnParent: 0, AutomaticAllocation: 'false', ElementName: 'CD/DVD drive 1', InstanceID: 6, Parent: 4, ResourceSubType: 'vmware.cdrom.remotepassthrough', ResourceType: 15 })}
      ${item({ AutomaticAllocation: 'true', Connection: 'VM Network', ElementName: 'Network adapter 1', InstanceID: 7, ResourceSubType: 'vmxnet3', ResourceType: 10 })}
    </VirtualHardwareSection>
  </VirtualSystem>
</Envelope>
`;
}
