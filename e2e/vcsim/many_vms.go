package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/vmware/govmomi/find"
	"github.com/vmware/govmomi/object"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25"
	"github.com/vmware/govmomi/vim25/types"
)

// addVMs makes the third and all further VMs of each pool. The simulator waits 20 ms for each that it makes itself;
// here all are begun, and only then waited for.
func addVMs(model *simulator.Model, config configuration) error {
	if config.VMs <= 2 {
		return nil
	}
	ctx := context.Background()
	client, err := vim25.NewClient(ctx, model.Service)
	if err != nil {
		return err
	}
	finder := find.NewFinder(client, false)
	datacenters, err := finder.DatacenterList(ctx, "*")
	if err != nil {
		return err
	}
	var begun []*simulator.Task
	for _, datacenter := range datacenters {
		finder.SetDatacenter(datacenter)
		folders, err := datacenter.Folders(ctx)
		if err != nil {
			return err
		}
		sources, err := finder.VirtualMachineList(ctx, "*_VM0")
		if err != nil {
			return err
		}
		for _, source := range sources {
			for n := 2; n < config.VMs; n++ {
				name := fmt.Sprintf("%s%d", strings.TrimSuffix(source.Name(), "0"), n)
				task, err := clone(ctx, source, folders.VmFolder, name, config.PoweredOn)
				if err != nil {
					return err
				}
				begun = append(begun, model.Service.Context.Map.Get(task.Reference()).(*simulator.Task))
			}
		}
	}
	for _, task := range begun {
		task.Wait()
		if task.Info.Error != nil {
			return fmt.Errorf("clone: %s", task.Info.Error.LocalizedMessage)
		}
	}
	return nil
}

func clone(ctx context.Context, source *object.VirtualMachine, folder *object.Folder, name string, powerOn bool) (*object.Task, error) {
	pool, err := source.ResourcePool(ctx)
	if err != nil {
		return nil, err
	}
	reference := pool.Reference()
	spec := types.VirtualMachineCloneSpec{Location: types.VirtualMachineRelocateSpec{Pool: &reference}, PowerOn: powerOn}
	return source.Clone(ctx, folder, name, spec)
}
