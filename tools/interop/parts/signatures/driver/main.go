// Signs requests with egoscale's security provider: one request in JSON a line in, what egoscale would
// send a line out.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"os"
	"strings"

	"github.com/exoscale/egoscale/v2/api"
)

type request struct {
	Method    string `json:"method"`
	URL       string `json:"url"`
	Body      string `json:"body"`
	APIKey    string `json:"apiKey"`
	APISecret string `json:"apiSecret"`
}

type signed struct {
	Path          string `json:"path"`
	Query         string `json:"query"`
	Authorization string `json:"authorization"`
	Error         string `json:"error,omitempty"`
}

func main() {
	input := bufio.NewReader(os.Stdin)
	output := json.NewEncoder(os.Stdout)
	output.SetEscapeHTML(false)
	decoder := json.NewDecoder(input)
	for decoder.More() {
		var one request
		if err := decoder.Decode(&one); err != nil {
			panic(err)
		}
		result, err := sign(one)
		if err != nil {
			result = signed{Error: err.Error()}
		}
		if err := output.Encode(result); err != nil {
			panic(err)
		}
	}
}

func sign(one request) (signed, error) {
	provider, err := api.NewSecurityProvider(one.APIKey, one.APISecret)
	if err != nil {
		return signed{}, err
	}
	req, err := http.NewRequest(one.Method, one.URL, strings.NewReader(one.Body))
	if err != nil {
		return signed{}, err
	}
	if err := provider.Intercept(context.Background(), req); err != nil {
		return signed{}, err
	}
	return signed{
		Path:          req.URL.EscapedPath(),
		Query:         req.URL.RawQuery,
		Authorization: req.Header.Get("Authorization"),
	}, nil
}
