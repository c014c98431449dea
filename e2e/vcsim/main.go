// Runs VMware's simulator as a process of the tests: a JSON document on the first line of stdin configures it, one JSON line
// on stdout says where it listens, further lines are commands, and it ends when stdin closes.
package main

import (
	"bufio"
	"crypto/sha256"
	"crypto/tls"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"net/url"
	"os"
	"strings"

	_ "github.com/vmware/govmomi/pbm/simulator"
	"github.com/vmware/govmomi/simulator"
	_ "github.com/vmware/govmomi/vapi/simulator"
)

func main() {
	log.SetOutput(io.Discard) // its own log repeats what clients are answered
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "vcsim:", err)
		os.Exit(1)
	}
}

func run() error {
	lines := bufio.NewReader(os.Stdin)
	first, err := lines.ReadBytes('\n')
	if err != nil && len(first) == 0 {
		return fmt.Errorf("a JSON configuration is expected as the first line of stdin")
	}
	config := defaults()
	decoder := json.NewDecoder(strings.NewReader(string(first)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&config); err != nil {
		return fmt.Errorf("configuration: %w", err)
	}
	model, err := build(config)
	if err != nil {
		return err
	}
	defer model.Remove()
	hooks, err := newHooks(model.Service)
	if err != nil {
		return err
	}
	for _, one := range config.Rules {
		if err := hooks.add(one); err != nil {
			return err
		}
	}
	server, err := listen(model, config)
	if err != nil {
		return err
	}
	ready := map[string]any{"url": plain(server.URL), "pid": os.Getpid()}
	if config.TLS {
		certificate := server.Certificate()
		sum := sha256.Sum256(certificate.Raw)
		ready["thumbprint"] = hex.EncodeToString(sum[:])
		ready["ca"] = string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: certificate.Raw}))
	}
	answers := json.NewEncoder(os.Stdout)
	if err := answers.Encode(ready); err != nil {
		return err
	}
	commands := json.NewDecoder(lines)
	for {
		var asked command
		if err := commands.Decode(&asked); err != nil {
			return nil // stdin closed: done
		}
		if err := answers.Encode(hooks.answer(asked)); err != nil {
			return err
		}
	}
}

func listen(model *simulator.Model, config configuration) (*simulator.Server, error) {
	service := model.Service
	service.Listen = &url.URL{Host: config.Listen}
	if config.User != "" {
		service.Listen.User = url.UserPassword(config.User, config.Password)
	}
	service.RegisterEndpoints = true
	if config.TLS {
		service.TLS = new(tls.Config)
		if config.Certificate != "" {
			pair, err := tls.X509KeyPair([]byte(config.Certificate), []byte(config.Key))
			if err != nil {
				return nil, fmt.Errorf("certificate: %w", err)
			}
			service.TLS.Certificates = []tls.Certificate{pair}
		}
	}
	return service.NewServer(), nil
}

func plain(address *url.URL) string {
	copied := *address
	copied.User = nil
	return copied.String()
}
