// The operations of the object storage that make or remove a whole bucket. Naming a bucket does not ask
// for them: whoever needs them beside resources names them among the operations.

export const bucketMaking: readonly string[] = ['create-bucket', 'delete-bucket'];
