// Command egoscale lets egoscale v3 make the API calls that are asked for on standard input, one
// JSON object per line, and writes one line of JSON per call: what egoscale gave back, as it gave it.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"

	v3 "github.com/exoscale/egoscale/v3"
	"github.com/exoscale/egoscale/v3/credentials"
)

type request struct {
	Endpoint string          `json:"endpoint"`
	Key      string          `json:"apiKey"`
	Secret   string          `json:"apiSecret"`
	Call     string          `json:"call"`
	Args     json.RawMessage `json:"args"`
}

type answer struct {
	Value any      `json:"value,omitempty"`
	Error *failure `json:"error,omitempty"`
}

type failure struct {
	Status  int    `json:"status,omitempty"`
	Message string `json:"message"`
}

// The sentinels that the runs come across; any other has no status.
var statuses = map[error]int{
	v3.ErrBadRequest:          400,
	v3.ErrForbidden:           403,
	v3.ErrNotFound:            404,
	v3.ErrConflict:            409,
	v3.ErrInternalServerError: 500,
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	answers := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		value, err := serve(lines.Bytes())
		if err := answers.Encode(answer{Value: value, Error: describe(err)}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func serve(line []byte) (any, error) {
	var asked request
	if err := json.Unmarshal(line, &asked); err != nil {
		return nil, err
	}
	call, ok := calls[asked.Call]
	if !ok {
		return nil, fmt.Errorf("this program knows no call %q", asked.Call)
	}
	client, err := v3.NewClient(
		credentials.NewStaticCredentials(asked.Key, asked.Secret),
		v3.ClientOptWithEndpoint(v3.Endpoint(asked.Endpoint)),
	)
	if err != nil {
		return nil, err
	}
	value, err := call(context.Background(), client, asked.Args)
	if err != nil {
		return nil, err
	}
	return withEmptyLists(value)
}

// egoscale's types leave empty lists out when they are encoded. A list that was in the answer is not
// nil, so one that is missing there can still be told from an empty one.
func withEmptyLists(value any) (any, error) {
	encoded, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	var shown any
	if err := json.Unmarshal(encoded, &shown); err != nil {
		return nil, err
	}
	object, isObject := shown.(map[string]any)
	decoded := reflect.Indirect(reflect.ValueOf(value))
	if !isObject || decoded.Kind() != reflect.Struct {
		return shown, nil
	}
	for index := range decoded.NumField() {
		field := decoded.Field(index)
		if field.Kind() == reflect.Slice && !field.IsNil() && field.Len() == 0 {
			name, _, _ := strings.Cut(decoded.Type().Field(index).Tag.Get("json"), ",")
			object[name] = []any{}
		}
	}
	return object, nil
}

func describe(err error) *failure {
	if err == nil {
		return nil
	}
	found := &failure{Message: err.Error()}
	var refused *v3.APIError
	if errors.As(err, &refused) {
		found.Message = refused.Message
	}
	for sentinel, status := range statuses {
		if errors.Is(err, sentinel) {
			found.Status = status
		}
	}
	return found
}
