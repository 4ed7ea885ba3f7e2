using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Sdk;

/// <summary>The generated client over real connections: against the embedded pool, which reads requests with its own code and checks signatures, and against a server that records the bytes.</summary>
public sealed class OverTheWireTests
{
    private const string Password = "Passw0rd!";
    private const string Secret = "an-example-secret-of-the-tests";

    [Theory]
    [InlineData(Way.Direct)]
    [InlineData(Way.Pipeline)]
    public async Task A_user_signs_up_is_confirmed_by_a_signed_call_and_signs_in(Way way)
    {
        await using var cognito = Pool();
        using var client = Client(way, cognito);

        var signedUp = await client.SignUpAsync(new SignUpRequest
        {
            ClientId = cognito.PublicClientId,
            Username = "jané",
            Password = Password,
            UserAttributes = [new AttributeType { Name = "email", Value = "jane@example.com" }],
        });
        await client.AdminConfirmSignUpAsync(new AdminConfirmSignUpRequest { UserPoolId = cognito.UserPoolId, Username = "jané" });
        var user = await client.AdminGetUserAsync(new AdminGetUserRequest { UserPoolId = cognito.UserPoolId, Username = "jané" });
        var signedIn = await client.InitiateAuthAsync(new InitiateAuthRequest
        {
            AuthFlow = AuthFlowType.USER_PASSWORD_AUTH,
            ClientId = cognito.PublicClientId,
            AuthParameters = new(StringComparer.Ordinal) { ["USERNAME"] = "jané", ["PASSWORD"] = Password },
        });
        var self = await client.GetUserAsync(new GetUserRequest { AccessToken = signedIn.AuthenticationResult?.AccessToken });

        signedUp.CodeDeliveryDetails!.DeliveryMedium.ShouldBeSameAs(DeliveryMediumType.EMAIL);
        user.UserStatus.ShouldBeSameAs(UserStatusType.CONFIRMED);
        user.UserCreateDate!.Value.ShouldBe(DateTime.UtcNow, TimeSpan.FromMinutes(1));
        self.UserAttributes!.Single(attribute => attribute.Name == "sub").Value.ShouldBe(signedUp.UserSub);
        self.UserAttributes!.Single(attribute => attribute.Name == "email").Value.ShouldBe("jane@example.com");
    }

    [Theory]
    [InlineData(Way.Direct)]
    [InlineData(Way.Pipeline)]
    public async Task A_refusal_by_the_pool_is_thrown_as_its_exception(Way way)
    {
        await using var cognito = Pool();
        using var client = Client(way, cognito);
        using var stranger = Client(way, cognito, "another secret");

        await Should.ThrowAsync<UserNotFoundException>(() => client.AdminGetUserAsync(new AdminGetUserRequest { UserPoolId = cognito.UserPoolId, Username = "nobody" }));
        (await Should.ThrowAsync<AmazonCognitoIdentityProviderException>(() => stranger.AdminGetUserAsync(new AdminGetUserRequest { UserPoolId = cognito.UserPoolId, Username = "nobody" }))).ErrorCode.ShouldBe("InvalidSignatureException");
        (await Should.ThrowAsync<InvalidParameterException>(() => client.SignUpAsync(new SignUpRequest { ClientId = cognito.PublicClientId }))).ErrorCode.ShouldBe("InvalidParameterException");
    }

    [Fact]
    public async Task Bytes_are_sent_as_Base64_and_signed_with_the_rest()
    {
        await using var stub = await CognitoStub.Answering("""{"UICustomization":{"UserPoolId":"pool","ImageUrl":"https://example.com/logo","LastModifiedDate":1549322513.816}}""");
        using var client = stub.Client(new BasicAWSCredentials("AKIDEXAMPLE", "secret"));

        var response = await client.SetUICustomizationAsync(new SetUICustomizationRequest { UserPoolId = "pool", CSS = ".a{}", ImageFile = new MemoryStream([0, 1, 2, 253, 254, 255]) });

        response.UICustomization!.ImageUrl.ShouldBe("https://example.com/logo");
        stub.Request.Body.ShouldBe("""{"UserPoolId":"pool","CSS":".a{}","ImageFile":"AAEC/f7/"}""");
        var (_, _, signedHeaders, signature) = SigV4.Parse(stub.Request.Headers["Authorization"]);
        var canonical = SigV4.CanonicalRequest(signedHeaders.Select(name => KeyValuePair.Create(name, stub.Request.Headers[name])), stub.Request.Body);
        signature.ShouldBe(SigV4.Sign(canonical, "secret", stub.Request.Headers["X-Amz-Date"], "eu-central-1"));
    }

    private static LocalCognitoServer Pool() => LocalCognitoServer.Start(new LocalCognitoOptions { AccessKeys = { ["AKIDEXAMPLE"] = Secret } });

    private static AmazonCognitoIdentityProviderClient Client(Way way, LocalCognitoServer cognito, string secret = Secret)
    {
        var config = new AmazonCognitoIdentityProviderConfig
        {
            ServiceURL = cognito.Endpoint,
            AuthenticationRegion = cognito.Region,
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
            HttpClientFactory = new CognitoHttpClientFactory(),
        };
        var credentials = new BasicAWSCredentials("AKIDEXAMPLE", secret);
        return way is Way.Direct ? new DirectCognitoClient(credentials, config) : new AmazonCognitoIdentityProviderClient(credentials, config);
    }
}
