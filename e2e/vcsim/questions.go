package main

import (
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// question is one that a VM asks, with the choices "0" and "1"; Default is the index of the one that vSphere suggests. The simulator cannot
// say that it is the first: 0 is none.
type question struct {
	Text    string `json:"text"`
	Default int32  `json:"default"`
}

// ask lets the VM of a call ask, and gives what is closed when the VM is answered.
func (h *hooks) ask(ctx *simulator.Context, method *simulator.Method, asked question) <-chan struct{} {
	ref := method.This
	if many, ok := method.Body.(*types.PowerOnMultiVM_Task); ok && len(many.Vm) > 0 {
		ref = many.Vm[0]
	}
	choices := []types.BaseElementDescription{}
	for _, key := range []string{"0", "1"} {
		choices = append(choices, &types.ElementDescription{Description: types.Description{Label: "choice " + key, Summary: key}, Key: key})
	}
	info := types.VirtualMachineQuestionInfo{Id: "17", Text: asked.Text, Choice: types.ChoiceOption{ChoiceInfo: choices, DefaultIndex: asked.Default}}
	answered := make(chan struct{})
	h.mu.Lock()
	h.asked[ref] = answered
	h.mu.Unlock()
	setQuestion(ctx, ref, &info)
	return answered
}

func setQuestion(ctx *simulator.Context, ref types.ManagedObjectReference, asked *types.VirtualMachineQuestionInfo) {
	if vm, ok := ctx.Map.Get(ref).(*simulator.VirtualMachine); ok {
		ctx.WithLock(vm, func() {
			vm.Runtime.Question = asked
		})
	}
}

// answerer stands in for a VM that is answered, which the simulator does not know how to be.
type answerer struct {
	Self  types.ManagedObjectReference
	vm    types.ManagedObjectReference
	hooks *hooks
}

func (a *answerer) Reference() types.ManagedObjectReference { return a.Self }

func (a *answerer) AnswerVM(ctx *simulator.Context, call *types.AnswerVM) soap.HasFault {
	a.hooks.mu.Lock()
	answered := a.hooks.asked[a.vm]
	delete(a.hooks.asked, a.vm)
	a.hooks.calls["AnswerVM "+call.QuestionId+" "+call.AnswerChoice]++
	a.hooks.mu.Unlock()
	if answered == nil {
		return &methods.AnswerVMBody{Fault_: simulator.Fault("", &types.ConcurrentAccess{})}
	}
	setQuestion(ctx, a.vm, nil)
	close(answered)
	return &methods.AnswerVMBody{Res: &types.AnswerVMResponse{}}
}
