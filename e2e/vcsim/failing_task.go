package main

import (
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// failingTask stands in for an object whose next task ends with a fault. The simulator finds methods by reflection, hence one for each.
type failingTask struct {
	Self   types.ManagedObjectReference
	entity types.ManagedObjectReference
	fault  types.BaseMethodFault
}

func (f *failingTask) Reference() types.ManagedObjectReference { return f.Self }

// entityOf gives tasks the object that was asked, not the one that stands in for it.
type entityOf struct{ self types.ManagedObjectReference }

func (e entityOf) Reference() types.ManagedObjectReference { return e.self }

// standIn turns a call to one that fails by its task. The session's own objects come before the inventory's.
func standIn(ctx *simulator.Context, method *simulator.Method, fault types.BaseMethodFault) {
	if ctx.Session == nil {
		return
	}
	method.This = ctx.Session.Put(&failingTask{entity: method.This, fault: fault}).Reference()
}

func (f *failingTask) task(ctx *simulator.Context, name string) types.ManagedObjectReference {
	return simulator.CreateTask(entityOf{f.entity}, name, func(*simulator.Task) (types.AnyType, types.BaseMethodFault) { return nil, f.fault }).Run(ctx)
}

func (f *failingTask) CloneVMTask(ctx *simulator.Context, _ *types.CloneVM_Task) soap.HasFault {
	return &methods.CloneVM_TaskBody{Res: &types.CloneVM_TaskResponse{Returnval: f.task(ctx, "cloneVMTask")}}
}

func (f *failingTask) ReconfigVMTask(ctx *simulator.Context, _ *types.ReconfigVM_Task) soap.HasFault {
	return &methods.ReconfigVM_TaskBody{Res: &types.ReconfigVM_TaskResponse{Returnval: f.task(ctx, "reconfigVMTask")}}
}

func (f *failingTask) PowerOnVMTask(ctx *simulator.Context, _ *types.PowerOnVM_Task) soap.HasFault {
	return &methods.PowerOnVM_TaskBody{Res: &types.PowerOnVM_TaskResponse{Returnval: f.task(ctx, "powerOnVMTask")}}
}

func (f *failingTask) PowerOffVMTask(ctx *simulator.Context, _ *types.PowerOffVM_Task) soap.HasFault {
	return &methods.PowerOffVM_TaskBody{Res: &types.PowerOffVM_TaskResponse{Returnval: f.task(ctx, "powerOffVMTask")}}
}

func (f *failingTask) DestroyTask(ctx *simulator.Context, _ *types.Destroy_Task) soap.HasFault {
	return &methods.Destroy_TaskBody{Res: &types.Destroy_TaskResponse{Returnval: f.task(ctx, "destroyTask")}}
}

func (f *failingTask) CreateSnapshotTask(ctx *simulator.Context, _ *types.CreateSnapshot_Task) soap.HasFault {
	return &methods.CreateSnapshot_TaskBody{Res: &types.CreateSnapshot_TaskResponse{Returnval: f.task(ctx, "createSnapshotTask")}}
}

func (f *failingTask) UpgradeVMTask(ctx *simulator.Context, _ *types.UpgradeVM_Task) soap.HasFault {
	return &methods.UpgradeVM_TaskBody{Res: &types.UpgradeVM_TaskResponse{Returnval: f.task(ctx, "upgradeVMTask")}}
}

func (f *failingTask) CreateVirtualDiskTask(ctx *simulator.Context, _ *types.CreateVirtualDisk_Task) soap.HasFault {
	return &methods.CreateVirtualDisk_TaskBody{Res: &types.CreateVirtualDisk_TaskResponse{Returnval: f.task(ctx, "createVirtualDiskTask")}}
}

func (f *failingTask) MoveVirtualDiskTask(ctx *simulator.Context, _ *types.MoveVirtualDisk_Task) soap.HasFault {
	return &methods.MoveVirtualDisk_TaskBody{Res: &types.MoveVirtualDisk_TaskResponse{Returnval: f.task(ctx, "moveVirtualDiskTask")}}
}

func (f *failingTask) DeleteVirtualDiskTask(ctx *simulator.Context, _ *types.DeleteVirtualDisk_Task) soap.HasFault {
	return &methods.DeleteVirtualDisk_TaskBody{Res: &types.DeleteVirtualDisk_TaskResponse{Returnval: f.task(ctx, "deleteVirtualDiskTask")}}
}

func (f *failingTask) ExtendVirtualDiskTask(ctx *simulator.Context, _ *types.ExtendVirtualDisk_Task) soap.HasFault {
	return &methods.ExtendVirtualDisk_TaskBody{Res: &types.ExtendVirtualDisk_TaskResponse{Returnval: f.task(ctx, "extendVirtualDiskTask")}}
}

func (f *failingTask) DeleteDatastoreFileTask(ctx *simulator.Context, _ *types.DeleteDatastoreFile_Task) soap.HasFault {
	return &methods.DeleteDatastoreFile_TaskBody{Res: &types.DeleteDatastoreFile_TaskResponse{Returnval: f.task(ctx, "deleteDatastoreFileTask")}}
}

func (f *failingTask) ReconfigureComputeResourceTask(ctx *simulator.Context, _ *types.ReconfigureComputeResource_Task) soap.HasFault {
	return &methods.ReconfigureComputeResource_TaskBody{Res: &types.ReconfigureComputeResource_TaskResponse{Returnval: f.task(ctx, "reconfigureComputeResourceTask")}}
}
