using System.Text.Json;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Options;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

// A pool for clients in other languages. It prints its settings as one line of JSON and ends when its standard input is closed, together with the tests that started it.
var resourceServer = new ResourceServerOptions { Identifier = "orders", Scopes = ["read"] };
await using var cognito = LocalCognitoServer.Start(new LocalCognitoOptions
{
    // With access keys, the pool verifies signatures.
    AccessKeys = { ["AKIDEXAMPLE"] = "an-example-secret-of-the-tests" },
    Pool =
    {
        CustomAttributes = ["plan"],
        DeviceConfiguration = new DeviceConfigurationOptions { ChallengeRequiredOnNewDevice = true },
        ResourceServers = [resourceServer],
        UserSessionTracking = true,
    },
    MachineClient = new AppClientOptions { ClientId = "machine", ExplicitAuthFlows = ["ALLOW_CLIENT_TOKEN_AUTH"], AllowedOAuthScopes = ["orders/read"] },
});
cognito.Pool.AddClient(new AppClientOptions { ClientId = "legacy", GenerateSecret = false, PreventUserExistenceErrors = ExistenceErrors.Legacy });
cognito.Pool.AddClient(new AppClientOptions { ClientId = "rotating", GenerateSecret = false, RefreshTokenRotation = true });
// Returns the newest code that was sent to a user.
cognito.Stubs.Given(Request.Create().WithPath("/inbox").UsingGet())
    .RespondWith(Response.Create().WithBody(request => cognito.Inbox.LatestCode(request.Query!["username"].Single())));

Console.WriteLine(JsonSerializer.Serialize(
    new
    {
        cognito.Endpoint,
        cognito.Region,
        cognito.UserPoolId,
        cognito.ClientId,
        cognito.ClientSecret,
        cognito.PublicClientId,
        cognito.MachineClientId,
        cognito.MachineClientSecret,
        cognito.Issuer,
        cognito.JwksUri,
        AccessKeyId = "AKIDEXAMPLE",
        SecretAccessKey = "an-example-secret-of-the-tests",
    },
    JsonSerializerOptions.Web));
await Console.In.ReadToEndAsync();
