// The policies that the trials give to keys.

export const operatorPolicy: object = {
  'default-service-strategy': 'deny',
  services: {
    compute: {
      type: 'rules',
      rules: [
        {
          action: 'allow',
          expression:
            "operation in ['list-instances', 'list-templates', 'create-security-group', 'get-operation']",
        },
      ],
    },
    dns: { type: 'allow' },
  },
};

export const readerPolicy: object = {
  'default-service-strategy': 'deny',
  services: {
    compute: {
      type: 'rules',
      rules: [{ action: 'allow', expression: "operation.startsWith('list-')" }],
    },
  },
};

/** Five minutes after its creation, a key of this role may do nothing: the rule the leases rely on. */
export const fiveMinutesPolicy: object = {
  'default-service-strategy': 'deny',
  services: {
    compute: {
      type: 'rules',
      rules: [
        {
          action: 'deny',
          expression: "timestamp(identity.created) < timestamp(now) - duration('300s')",
        },
        { action: 'allow', expression: "operation == 'list-instances'" },
      ],
    },
  },
};

export const noDnsPolicy: object = {
  'default-service-strategy': 'allow',
  services: { dns: { type: 'deny' } },
};
