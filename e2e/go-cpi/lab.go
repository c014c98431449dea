package main

import (
	"encoding/json"
	"fmt"
	"net"
	"os"
	"path/filepath"
)

type object = map[string]interface{}

// lab is the Unix socket of a lab (packages/lab): one JSON object a line.
type lab struct{ socket string }

// labError is a failure that the lab tells; the lab's codes are the protocol's.
type labError struct {
	Code      string `json:"code"`
	Message   string `json:"message"`
	Retryable bool   `json:"retryable"`
}

func (e labError) Error() string  { return e.Message }
func (e labError) CanRetry() bool { return e.Retryable }
func (e labError) Type() string {
	if e.Code == "LabCallFailed" {
		return "Bosh::Clouds::CloudError"
	}
	return "Bosh::Clouds::" + e.Code
}

func (l lab) id(method string, params object) (made string, err error) {
	err = l.call(method, params, &made)
	return made, err
}

// call asks for one thing; a result of nil is not looked at.
func (l lab) call(method string, params object, result interface{}) error {
	token, err := l.token()
	if err != nil {
		return err
	}
	connection, err := net.Dial("unix", l.socket)
	if err != nil {
		return err
	}
	defer connection.Close()
	request := object{"id": 1, "token": token, "method": method, "params": params}
	if err := json.NewEncoder(connection).Encode(request); err != nil {
		return err
	}
	var reply struct {
		Result json.RawMessage `json:"result"`
		Error  *labError       `json:"error"`
	}
	if err := json.NewDecoder(connection).Decode(&reply); err != nil {
		return fmt.Errorf("the lab's answer to '%s': %w", method, err)
	}
	if reply.Error != nil {
		return *reply.Error
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal(reply.Result, result)
}

func (l lab) token() (string, error) {
	text, err := os.ReadFile(filepath.Join(filepath.Dir(l.socket), "lab.json"))
	if err != nil {
		return "", err
	}
	var file struct {
		Token string `json:"token"`
	}
	return file.Token, json.Unmarshal(text, &file)
}
