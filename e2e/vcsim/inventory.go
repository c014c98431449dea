package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/vmware/govmomi/find"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25"
	"github.com/vmware/govmomi/vim25/types"
)

type configuration struct {
	Listen      string `json:"listen"`
	TLS         bool   `json:"tls"`
	Certificate string `json:"certificate"`
	Key         string `json:"key"`
	User        string `json:"user"`
	Password    string `json:"password"`
	// SessionTimeout is a Go duration after which an idle session ends.
	SessionTimeout string         `json:"sessionTimeout"`
	Delay          int            `json:"delay"`
	MethodDelays   map[string]int `json:"methodDelays"`
	TaskDelays     map[string]int `json:"taskDelays"`
	Rules          []rule         `json:"rules"`

	Datacenters     int      `json:"datacenters"`
	Clusters        int      `json:"clusters"`
	ClusterHosts    int      `json:"clusterHosts"`
	StandaloneHosts int      `json:"standaloneHosts"`
	Pools           int      `json:"pools"`
	Datastores      int      `json:"datastores"`
	DatastorePods   int      `json:"datastorePods"`
	Folders         int      `json:"folders"`
	VMs             int      `json:"vms"`
	PortGroups      int      `json:"portGroups"`
	NSXPortGroups   int      `json:"nsxPortGroups"`
	Networks        []string `json:"networks"`
	PoweredOn       bool     `json:"poweredOn"`
}

func defaults() configuration {
	return configuration{Listen: "127.0.0.1:0", TLS: true, Datacenters: 1, Clusters: 1, ClusterHosts: 3, Datastores: 1, VMs: 2, PortGroups: 1, PoweredOn: true}
}

func build(config configuration) (*simulator.Model, error) {
	model := simulator.VPX()
	model.Datacenter, model.Cluster, model.ClusterHost, model.Host = config.Datacenters, config.Clusters, config.ClusterHosts, config.StandaloneHosts
	model.Pool, model.Datastore, model.Pod, model.Folder = config.Pools, config.Datastores, config.DatastorePods, config.Folders
	model.Machine, model.Portgroup, model.PortgroupNSX, model.Autostart = min(config.VMs, 2), config.PortGroups, config.NSXPortGroups, config.PoweredOn
	model.DelayConfig.Delay, model.DelayConfig.MethodDelay = config.Delay, config.MethodDelays
	if err := model.Create(); err != nil {
		return nil, err
	}
	if err := addVMs(model, config); err != nil {
		return nil, err
	}
	// Without the entry a delayed task keeps its object locked, so that nobody could read it meanwhile.
	simulator.TaskDelay.MethodDelay = map[string]int{"LockHandoff": 0}
	for method, delay := range config.TaskDelays {
		// PowerOnVM_Task begins a task that the simulator calls PowerOn, CloneVM_Task one called CloneVm.
		name := strings.TrimSuffix(method, "_Task")
		for _, spelled := range []string{method, name, strings.TrimSuffix(name, "VM"), strings.Replace(name, "VM", "Vm", 1)} {
			simulator.TaskDelay.MethodDelay[spelled] = delay
		}
	}
	if len(config.TaskDelays) == 0 {
		simulator.TaskDelay.MethodDelay = nil
	}
	if config.SessionTimeout != "" {
		model.Service.Context.Map.OptionManager().UpdateOptions(&types.UpdateOptions{
			ChangedValue: []types.BaseOptionValue{&types.OptionValue{Key: "config.vmacore.soap.sessionTimeout", Value: config.SessionTimeout}},
		})
	}
	return model, addNetworks(model, config.Networks)
}

// addNetworks makes standard port groups in every datacenter.
func addNetworks(model *simulator.Model, names []string) error {
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
	for _, datacenter := range datacenters {
		finder.SetDatacenter(datacenter)
		hosts, err := finder.HostSystemList(ctx, "*/*")
		if err != nil {
			return err
		}
		// The simulator keeps one network of a name a datacenter, so one host stands for all.
		system, err := hosts[0].ConfigManager().NetworkSystem(ctx)
		if err != nil {
			return err
		}
		for _, name := range names {
			if err := system.AddPortGroup(ctx, types.HostPortGroupSpec{Name: name, VswitchName: "vSwitch0"}); err != nil {
				return fmt.Errorf("network %q: %w", name, err)
			}
		}
	}
	return nil
}
