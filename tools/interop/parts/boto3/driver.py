"""Asks for one object with what the environment says alone, as a job's script does."""
import boto3

body = boto3.client("s3").get_object(Bucket="my-bucket", Key="a.txt")["Body"].read()
print(body.decode())
