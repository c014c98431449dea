package main

import (
	"context"
	"fmt"
	"reflect"
	"sync"
	"time"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/types"
)

// A rule makes the nth (from 1) and the `times` - 1 next calls of a method fail, or come late. Times 0 is all further calls.
type rule struct {
	Method  string `json:"method"`
	Nth     int    `json:"nth"`
	Times   int    `json:"times"`
	DelayMs int    `json:"delayMs"`
	Fault   string `json:"fault"`
	Message string `json:"message"`
	// Task lets the call succeed and its task end with the fault.
	Task bool `json:"task"`
	// Hold keeps the call back until the rules are cleared.
	Hold bool `json:"hold"`
	// Question is asked by the VM of the call, which is held up until somebody answers, or fails at once with the fault.
	Question *question `json:"question"`
}

type command struct {
	Rule *rule `json:"rule"`
	// ClearRules forgets every rule.
	ClearRules bool `json:"clearRules"`
	// ExpireSessions ends every session, as a restart or the idle time does.
	ExpireSessions bool `json:"expireSessions"`
	// Calls asks how often each method was called.
	Calls bool `json:"calls"`
	// Last asks for the arguments of the last call of a method: what the simulator ignores shows there.
	Last string `json:"last"`
	// Rename gives an object another name. A network keeps two, of which the simulator's own Rename_Task changes one.
	Rename *rename `json:"rename"`
}

type rename struct {
	Type  string `json:"type"`
	Value string `json:"value"`
	Name  string `json:"name"`
}

type active struct {
	rule
	seen int
}

type hooks struct {
	mu      sync.Mutex
	service *simulator.Service
	rules   []*active
	calls   map[string]int
	last    map[string]any
	// released is closed when the rules are cleared.
	released chan struct{}
	// asked has the VMs that wait for an answer.
	asked map[types.ManagedObjectReference]chan struct{}
	// own is the key of the session in which the simulator calls itself, as it does for each datastore file.
	own string
}

func newHooks(service *simulator.Service) (*hooks, error) {
	made := &hooks{service: service, calls: map[string]int{}, last: map[string]any{}, released: make(chan struct{}), asked: map[types.ManagedObjectReference]chan struct{}{}}
	inventory := service.Context.Map
	inventory.Handler = func(ctx *simulator.Context, _ *simulator.Method) (mo.Reference, types.BaseMethodFault) {
		made.own = ctx.Session.Key
		return nil, nil
	}
	if _, err := vim25.NewClient(context.Background(), service); err != nil {
		return nil, err
	}
	inventory.Handler = made.handle
	return made, nil
}

func (h *hooks) add(one rule) error {
	if one.Fault != "" {
		if _, err := fault(one.Fault); err != nil {
			return err
		}
	}
	if one.Nth == 0 {
		one.Nth = 1
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.rules = append(h.rules, &active{rule: one})
	return nil
}

func (h *hooks) handle(ctx *simulator.Context, method *simulator.Method) (mo.Reference, types.BaseMethodFault) {
	if ctx.Session != nil && ctx.Session.Key == h.own {
		return nil, nil
	}
	h.mu.Lock()
	h.calls[method.Name]++
	h.last[method.Name] = method.Body
	var matched []rule
	for _, one := range h.rules {
		if one.Method != "*" && one.Method != method.Name {
			continue
		}
		one.seen++
		if one.seen >= one.Nth && (one.Times == 0 || one.seen < one.Nth+one.Times) {
			matched = append(matched, one.rule)
		}
	}
	_, isAsked := h.asked[method.This]
	released := h.released
	h.mu.Unlock()
	if method.Name == "AnswerVM" && isAsked && ctx.Session != nil {
		method.This = ctx.Session.Put(&answerer{vm: method.This, hooks: h}).Reference()
	}
	for _, one := range matched {
		time.Sleep(time.Duration(one.DelayMs) * time.Millisecond)
		if one.Hold {
			<-released
		}
		if one.Question != nil {
			answered := h.ask(ctx, method, *one.Question)
			if one.Fault == "" {
				<-answered
			}
		}
		if one.Fault == "" {
			continue
		}
		made, _ := fault(one.Fault)
		if one.Task {
			standIn(ctx, method, made)
			continue
		}
		return nil, made
	}
	return nil, nil
}

func (h *hooks) answer(asked command) any {
	if asked.Rule != nil {
		if err := h.add(*asked.Rule); err != nil {
			return map[string]any{"error": err.Error()}
		}
	}
	if asked.Rename != nil {
		if err := h.rename(*asked.Rename); err != nil {
			return map[string]any{"error": err.Error()}
		}
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if asked.ClearRules {
		h.rules = nil
		close(h.released)
		h.released = make(chan struct{})
	}
	if asked.ExpireSessions {
		inventory := h.service.Context.Map
		// A session's view of the manager lists all sessions; the manager itself keeps them to itself.
		view := &simulator.Session{Registry: simulator.NewRegistry(), Map: inventory}
		manager := view.Get(inventory.SessionManager().Self).(*simulator.SessionManager)
		for _, session := range manager.SessionList {
			manager.TerminateSession(&simulator.Context{Session: view}, &types.TerminateSession{SessionId: []string{session.Key}})
		}
	}
	if asked.Last != "" {
		return map[string]any{"last": h.last[asked.Last]}
	}
	if asked.Calls {
		counted := map[string]int{}
		for name, count := range h.calls {
			counted[name] = count
		}
		return map[string]any{"calls": counted}
	}
	return map[string]any{"done": true}
}

func (h *hooks) rename(one rename) error {
	ctx := h.service.Context
	found, known := ctx.Map.Get(types.ManagedObjectReference{Type: one.Type, Value: one.Value}).(mo.Entity)
	if !known {
		return fmt.Errorf("there is no %s %q", one.Type, one.Value)
	}
	ctx.Map.WithLock(ctx, found, func() {
		found.Entity().Name = one.Name
		ctx.Update(found, []types.PropertyChange{{Name: "name", Val: one.Name}})
	})
	return nil
}

// fault makes a fault of a class by its name.
func fault(name string) (types.BaseMethodFault, error) {
	kind, known := types.TypeFunc()(name)
	if known {
		if made, ok := reflect.New(kind).Interface().(types.BaseMethodFault); ok {
			return made, nil
		}
	}
	return nil, fmt.Errorf("no fault class is called %q", name)
}
