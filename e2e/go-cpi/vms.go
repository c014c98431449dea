package main

import (
	"encoding/json"

	"github.com/cloudfoundry/bosh-cpi-go/apiv1"
)

func (c cpi) CreateVM(
	agent apiv1.AgentID, stemcell apiv1.StemcellCID, properties apiv1.VMCloudProps,
	networks apiv1.Networks, disks []apiv1.DiskCID, env apiv1.VMEnv,
) (apiv1.VMCID, error) {
	cid, _, err := c.CreateVMV2(agent, stemcell, properties, networks, disks, env)
	return cid, err
}

func (c cpi) CreateVMV2(
	agent apiv1.AgentID, stemcell apiv1.StemcellCID, properties apiv1.VMCloudProps,
	networks apiv1.Networks, _ []apiv1.DiskCID, env apiv1.VMEnv,
) (apiv1.VMCID, apiv1.Networks, error) {
	cloudProperties := object{}
	if err := properties.As(&cloudProperties); err != nil {
		return apiv1.VMCID{}, nil, err
	}
	// the lab says which VM it is and which MACs it has
	settings, err := apiv1.NewAgentEnvFactory().ForVM(agent, apiv1.NewVMCID("-"), networks, env, apiv1.AgentOptions{}).AsBytes()
	if err != nil {
		return apiv1.VMCID{}, nil, err
	}
	var made struct {
		CID      string         `json:"cid"`
		Networks apiv1.Networks `json:"networks"`
	}
	err = c.lab.call("create_vm", object{
		"stemcell": stemcell, "networks": networks, "settings": json.RawMessage(settings), "cloudProperties": cloudProperties,
	}, &made)
	if err != nil {
		return apiv1.VMCID{}, nil, err
	}
	return apiv1.NewVMCID(made.CID), made.Networks, nil
}

func (c cpi) DeleteVM(cid apiv1.VMCID) error { return c.lab.call("delete_vm", object{"cid": cid}, nil) }

func (c cpi) HasVM(cid apiv1.VMCID) (has bool, err error) {
	err = c.lab.call("has_vm", object{"cid": cid}, &has)
	return has, err
}

func (c cpi) RebootVM(cid apiv1.VMCID) error { return c.lab.call("reboot_vm", object{"cid": cid}, nil) }

func (c cpi) SetVMMetadata(cid apiv1.VMCID, metadata apiv1.VMMeta) error {
	return c.lab.call("set_vm_metadata", object{"cid": cid, "metadata": metadata}, nil)
}

func (c cpi) GetDisks(cid apiv1.VMCID) (disks []apiv1.DiskCID, err error) {
	err = c.lab.call("get_disks", object{"vm": cid}, &disks)
	return disks, err
}

func (cpi) CalculateVMCloudProperties(wanted apiv1.VMResources) (apiv1.VMCloudProps, error) {
	return apiv1.NewVMCloudPropsFromMap(object{"cpu": wanted.CPU, "ram": wanted.RAM, "ephemeral_disk_size": wanted.EphemeralDiskSize}), nil
}
