package main

import (
	"context"
	"encoding/json"
	"time"

	v3 "github.com/exoscale/egoscale/v3"
)

type call func(context.Context, *v3.Client, json.RawMessage) (any, error)

// target is what a call's arguments hold beside the request's own fields.
type target struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	DomainID string `json:"domain-id"`
	RecordID string `json:"record-id"`
	RuleID   string `json:"rule-id"`
}

// outer is the only id of most calls, or the one that the path names first.
func (to target) outer() v3.UUID {
	return v3.UUID(to.DomainID + to.ID)
}

func (to target) inner() v3.UUID {
	return v3.UUID(to.RecordID + to.RuleID)
}

// calls are named as the operations of the API. An asynchronous one is waited for.
var calls = map[string]call{
	"list-zones": plain((*v3.Client).ListZones),

	"list-iam-roles":                 plain((*v3.Client).ListIAMRoles),
	"create-iam-role":                started((*v3.Client).CreateIAMRole),
	"get-iam-role":                   byUUID((*v3.Client).GetIAMRole),
	"update-iam-role":                changed((*v3.Client).UpdateIAMRole),
	"update-iam-role-policy":         changed((*v3.Client).UpdateIAMRolePolicy),
	"delete-iam-role":                ended((*v3.Client).DeleteIAMRole),
	"assume-iam-role":                bodyTo((*v3.Client).AssumeIAMRole),
	"get-iam-organization-policy":    plain((*v3.Client).GetIAMOrganizationPolicy),
	"update-iam-organization-policy": started((*v3.Client).UpdateIAMOrganizationPolicy),
	"reset-iam-organization-policy":  startedPlain((*v3.Client).ResetIAMOrganizationPolicy),

	"list-api-keys":  plain((*v3.Client).ListAPIKeys),
	"create-api-key": body((*v3.Client).CreateAPIKey),
	"get-api-key":    byName((*v3.Client).GetAPIKey),
	"delete-api-key": endedByName((*v3.Client).DeleteAPIKey),

	"get-organization": plain((*v3.Client).GetOrganization),
	"list-events":      listEvents,

	"list-instances":      listInstances,
	"list-instance-types": plain((*v3.Client).ListInstanceTypes),
	"list-templates":      listTemplates,
	"create-instance":     started((*v3.Client).CreateInstance),
	"get-instance":        byUUID((*v3.Client).GetInstance),
	"update-instance":     changed((*v3.Client).UpdateInstance),
	"start-instance":      changed((*v3.Client).StartInstance),
	"delete-instance":     ended((*v3.Client).DeleteInstance),
	"list-ssh-keys":       plain((*v3.Client).ListSSHKeys),
	"register-ssh-key":    started((*v3.Client).RegisterSSHKey),
	"get-ssh-key":         byName((*v3.Client).GetSSHKey),
	"delete-ssh-key":      endedByName((*v3.Client).DeleteSSHKey),
	"get-quota":           byName((*v3.Client).GetQuota),
	"list-sks-clusters":   plain((*v3.Client).ListSKSClusters),

	"list-security-groups":            listSecurityGroups,
	"create-security-group":           started((*v3.Client).CreateSecurityGroup),
	"get-security-group":              byUUID((*v3.Client).GetSecurityGroup),
	"delete-security-group":           ended((*v3.Client).DeleteSecurityGroup),
	"add-rule-to-security-group":      changed((*v3.Client).AddRuleToSecurityGroup),
	"delete-rule-from-security-group": endedWithin((*v3.Client).DeleteRuleFromSecurityGroup),

	"list-dns-domains":         plain((*v3.Client).ListDNSDomains),
	"create-dns-domain":        started((*v3.Client).CreateDNSDomain),
	"get-dns-domain":           byUUID((*v3.Client).GetDNSDomain),
	"delete-dns-domain":        ended((*v3.Client).DeleteDNSDomain),
	"list-dns-domain-records":  byUUID((*v3.Client).ListDNSDomainRecords),
	"create-dns-domain-record": changed((*v3.Client).CreateDNSDomainRecord),
	"get-dns-domain-record":    within((*v3.Client).GetDNSDomainRecord),
	"update-dns-domain-record": updateRecord,
	"delete-dns-domain-record": endedWithin((*v3.Client).DeleteDNSDomainRecord),

	"list-dbaas-services":      plain((*v3.Client).ListDBAASServices),
	"list-dbaas-service-types": plain((*v3.Client).ListDBAASServiceTypes),
	"get-dbaas-settings-pg":    plain((*v3.Client).GetDBAASSettingsPG),
	"create-dbaas-service-pg":  createPostgres,
}

func read[T any](args json.RawMessage) (value T, err error) {
	return value, json.Unmarshal(args, &value)
}

func wait(ctx context.Context, client *v3.Client, operation *v3.Operation, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return client.Wait(ctx, operation, v3.OperationStateSuccess)
}

// The functions below fit the shapes of egoscale's methods into one.

func plain[R any](method func(*v3.Client, context.Context) (R, error)) call {
	return func(ctx context.Context, client *v3.Client, _ json.RawMessage) (any, error) {
		return method(client, ctx)
	}
}

func startedPlain(method func(*v3.Client, context.Context) (*v3.Operation, error)) call {
	return func(ctx context.Context, client *v3.Client, _ json.RawMessage) (any, error) {
		operation, err := method(client, ctx)
		return wait(ctx, client, operation, err)
	}
}

func body[B, R any](method func(*v3.Client, context.Context, B) (R, error)) call {
	return func(ctx context.Context, client *v3.Client, args json.RawMessage) (any, error) {
		sent, err := read[B](args)
		if err != nil {
			return nil, err
		}
		return method(client, ctx, sent)
	}
}

func started[B any](method func(*v3.Client, context.Context, B) (*v3.Operation, error)) call {
	return func(ctx context.Context, client *v3.Client, args json.RawMessage) (any, error) {
		sent, err := read[B](args)
		if err != nil {
			return nil, err
		}
		operation, err := method(client, ctx, sent)
		return wait(ctx, client, operation, err)
	}
}

func bodyTo[B, R any](method func(*v3.Client, context.Context, v3.UUID, B) (R, error)) call {
	return func(ctx context.Context, client *v3.Client, args json.RawMessage) (any, error) {
		to, err := read[target](args)
		if err != nil {
			return nil, err
		}
		sent, err := read[B](args)
		if err != nil {
			return nil, err
		}
		return method(client, ctx, to.outer(), sent)
	}
}

func changed[B any](
	method func(*v3.Client, context.Context, v3.UUID, B) (*v3.Operation, error),
) call {
	change := bodyTo(method)
	return func(ctx context.Context, client *v3.Client, args json.RawMessage) (any, error) {
		value, err := change(ctx, client, args)
		operation, _ := value.(*v3.Operation)
		return wait(ctx, client, operation, err)
	}
}

func byUUID[R any](method func(*v3.Client, context.Context, v3.UUID) (R, error)) call {
	return func(ctx context.Context, client *v3.Client, args json.RawMessage) (any, error) {
		to, err := read[target](args)
		if err != nil {
			return nil, err
		}
		return method(client, ctx, to.outer())
	}
}

func ended(method func(*v3.Client, context.Context, v3.UUID) (*v3.Operation, error)) call {
	end := byUUID(method)
	return func(ctx context.Context, client *v3.Client, args json.RawMessage) (any, error) {
		value, err := end(ctx, client, args)
		operation, _ := value.(*v3.Operation)
		return wait(ctx, client, operation, err)
	}
}

func within[R any](method func(*v3.Client, context.Context, v3.UUID, v3.UUID) (R, error)) call {
	return func(ctx context.Context, client *v3.Client, args json.RawMessage) (any, error) {
		to, err := read[target](args)
		if err != nil {
			return nil, err
		}
		return method(client, ctx, to.outer(), to.inner())
	}
}

func endedWithin(
	method func(*v3.Client, context.Context, v3.UUID, v3.UUID) (*v3.Operation, error),
) call {
	end := within(method)
	return func(ctx context.Context, client *v3.Client, args json.RawMessage) (any, error) {
		value, err := end(ctx, client, args)
		operation, _ := value.(*v3.Operation)
		return wait(ctx, client, operation, err)
	}
}

// Keys, SSH keys and quotas are addressed by a text of their own.
func byName[R any](method func(*v3.Client, context.Context, string) (R, error)) call {
	return func(ctx context.Context, client *v3.Client, args json.RawMessage) (any, error) {
		to, err := read[target](args)
		if err != nil {
			return nil, err
		}
		return method(client, ctx, to.ID)
	}
}

func endedByName(method func(*v3.Client, context.Context, string) (*v3.Operation, error)) call {
	end := byName(method)
	return func(ctx context.Context, client *v3.Client, args json.RawMessage) (any, error) {
		value, err := end(ctx, client, args)
		operation, _ := value.(*v3.Operation)
		return wait(ctx, client, operation, err)
	}
}

func listInstances(ctx context.Context, client *v3.Client, _ json.RawMessage) (any, error) {
	return client.ListInstances(ctx)
}

func listSecurityGroups(ctx context.Context, client *v3.Client, _ json.RawMessage) (any, error) {
	return client.ListSecurityGroups(ctx)
}

func updateRecord(ctx context.Context, client *v3.Client, args json.RawMessage) (any, error) {
	to, err := read[target](args)
	if err != nil {
		return nil, err
	}
	sent, err := read[v3.UpdateDNSDomainRecordRequest](args)
	if err != nil {
		return nil, err
	}
	operation, err := client.UpdateDNSDomainRecord(ctx, to.outer(), to.inner(), sent)
	return wait(ctx, client, operation, err)
}

func listTemplates(ctx context.Context, client *v3.Client, args json.RawMessage) (any, error) {
	query, err := read[struct {
		Visibility v3.ListTemplatesVisibility `json:"visibility"`
		Family     string                     `json:"family"`
	}](args)
	if err != nil {
		return nil, err
	}
	return client.ListTemplates(
		ctx,
		v3.ListTemplatesWithVisibility(query.Visibility),
		v3.ListTemplatesWithFamily(query.Family),
	)
}

func listEvents(ctx context.Context, client *v3.Client, args json.RawMessage) (any, error) {
	query, err := read[struct {
		From time.Time `json:"from"`
		To   time.Time `json:"to"`
	}](args)
	if err != nil {
		return nil, err
	}
	return client.ListEvents(ctx, v3.ListEventsWithFrom(query.From), v3.ListEventsWithTo(query.To))
}

func createPostgres(ctx context.Context, client *v3.Client, args json.RawMessage) (any, error) {
	to, err := read[target](args)
	if err != nil {
		return nil, err
	}
	sent, err := read[v3.CreateDBAASServicePGRequest](args)
	if err != nil {
		return nil, err
	}
	operation, err := client.CreateDBAASServicePG(ctx, to.Name, sent)
	return wait(ctx, client, operation, err)
}
