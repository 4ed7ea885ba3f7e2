using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Sdk;

/// <summary>
/// The vector was computed without the SDK. The proof has two steps, since the SDK signs more headers than the vector has: the marshaller's request,
/// signed by the SDK's signer at the vector's time, gives the vector; and the request of the real client carries the signature that the vector's
/// algorithm computes for it.
/// </summary>
public sealed class SigningTests
{
    private const string AccessKey = "AKIDEXAMPLE";
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static readonly DateTime VectorTime = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
    private static readonly AdminGetUserRequest VectorRequest = new() { UserPoolId = "us-east-1_Example", Username = "jane" };

    [Theory]
    [InlineData(null, "808960f794a026c796de7040abacb49200d667c604829cf55d92fe1f8538f90a", "52f31458438450b9466f85ff716be10f5f68fbaef221984b5f6dfc7900d9e081")]
    [InlineData("SESSIONTOKEN", "432a4194d3a6b6832e59faaa58a574e51a53847f19dbde9e6c88146fb1cf31ad", "dc05ac71c17edfb24d2813e0f34bd152fdb664115c08eba69a5c847aca709274")]
    public async Task A_request_signed_at_the_time_of_the_vector_has_the_signature_of_the_vector(string? sessionToken, string canonicalHash, string signature)
    {
        var request = new JsonRequestMarshaller<AdminGetUserRequest>().Marshall(VectorRequest);
        using var reader = new StreamReader(request.ContentStream);
        var headers = new Dictionary<string, string>(request.Headers, StringComparer.OrdinalIgnoreCase)
        {
            ["Host"] = "cognito-idp.us-east-1.amazonaws.com",
            ["X-Amz-Date"] = SigV4.Timestamp(VectorTime),
        };
        if (sessionToken is not null) headers["X-Amz-Security-Token"] = sessionToken;

        var canonical = SigV4.CanonicalRequest(headers, await reader.ReadToEndAsync());
        var signed = AWS4Signer.ComputeSignature(AccessKey, SecretKey, "us-east-1", VectorTime, "cognito-idp", "unused", canonical);

        SigV4.Hash(canonical).ShouldBe(canonicalHash);
        signed.Signature.ShouldBe(signature);
        SigV4.Sign(canonical, SecretKey, SigV4.Timestamp(VectorTime), "us-east-1").ShouldBe(signature);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("SESSIONTOKEN")]
    public async Task The_client_signs_the_request_that_it_sends(string? sessionToken)
    {
        await using var stub = await CognitoStub.Answering("""{"Username":"jane"}""");
        AWSCredentials credentials = sessionToken is null ? new BasicAWSCredentials(AccessKey, SecretKey) : new SessionAWSCredentials(AccessKey, SecretKey, sessionToken);
        using var client = stub.Client(credentials);

        await client.AdminGetUserAsync(VectorRequest);

        var sent = stub.Request;
        var (accessKey, scope, signedHeaders, signature) = SigV4.Parse(sent.Headers["Authorization"]);
        var timestamp = sent.Headers["X-Amz-Date"];
        accessKey.ShouldBe(AccessKey);
        scope.ShouldBe($"{timestamp[..8]}/eu-central-1/cognito-idp/aws4_request");
        string[] mustBeSigned = ["content-type", "host", "x-amz-date", "x-amz-target", .. sessionToken is null ? Array.Empty<string>() : ["x-amz-security-token"]];
        mustBeSigned.Except(signedHeaders, StringComparer.Ordinal).ShouldBeEmpty();
        var canonical = SigV4.CanonicalRequest(signedHeaders.Select(name => KeyValuePair.Create(name, sent.Headers[name])), sent.Body);
        signature.ShouldBe(SigV4.Sign(canonical, SecretKey, timestamp, "eu-central-1"));
        sent.Body.ShouldBe("""{"UserPoolId":"us-east-1_Example","Username":"jane"}""");
        sent.Headers.GetValueOrDefault("X-Amz-Security-Token").ShouldBe(sessionToken);
    }
}
