package main

import "github.com/cloudfoundry/bosh-cpi-go/apiv1"

func (c cpi) CreateDisk(size int, properties apiv1.DiskCloudProps, _ *apiv1.VMCID) (apiv1.DiskCID, error) {
	cloudProperties := object{}
	if err := properties.As(&cloudProperties); err != nil {
		return apiv1.DiskCID{}, err
	}
	made, err := c.lab.id("create_disk", object{"sizeMib": size, "cloudProperties": cloudProperties})
	if err != nil {
		return apiv1.DiskCID{}, err
	}
	return apiv1.NewDiskCID(made), nil
}

func (c cpi) DeleteDisk(cid apiv1.DiskCID) error {
	return c.lab.call("delete_disk", object{"cid": cid}, nil)
}

func (c cpi) HasDisk(cid apiv1.DiskCID) (has bool, err error) {
	err = c.lab.call("has_disk", object{"cid": cid}, &has)
	return has, err
}

func (c cpi) AttachDisk(vm apiv1.VMCID, disk apiv1.DiskCID) error {
	_, err := c.AttachDiskV2(vm, disk)
	return err
}

func (c cpi) AttachDiskV2(vm apiv1.VMCID, disk apiv1.DiskCID) (hint apiv1.DiskHint, err error) {
	err = c.lab.call("attach_disk", object{"vm": vm, "disk": disk}, &hint)
	return hint, err
}

func (c cpi) DetachDisk(vm apiv1.VMCID, disk apiv1.DiskCID) error {
	return c.lab.call("detach_disk", object{"vm": vm, "disk": disk}, nil)
}

func (c cpi) ResizeDisk(cid apiv1.DiskCID, size int) error {
	return c.lab.call("resize_disk", object{"cid": cid, "sizeMib": size}, nil)
}

func (c cpi) SetDiskMetadata(cid apiv1.DiskCID, metadata apiv1.DiskMeta) error {
	return c.lab.call("set_disk_metadata", object{"cid": cid, "metadata": metadata}, nil)
}

func (c cpi) SnapshotDisk(cid apiv1.DiskCID, metadata apiv1.DiskMeta) (apiv1.SnapshotCID, error) {
	made, err := c.lab.id("snapshot_disk", object{"cid": cid, "metadata": metadata})
	if err != nil {
		return apiv1.SnapshotCID{}, err
	}
	return apiv1.NewSnapshotCID(made), nil
}

func (c cpi) DeleteSnapshot(cid apiv1.SnapshotCID) error {
	return c.lab.call("delete_snapshot", object{"cid": cid}, nil)
}
