using CognitoAuth.LocalCognito.Options;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Options;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Machine;

public sealed class GetClientTokenTests : IDisposable
{
    private const string Refused = "NotAuthorizedException: Invalid client or secret";

    private readonly PoolUnderTest _pool = new(WithMachine);

    [Fact]
    public void A_machine_client_gets_its_own_token()
    {
        var result = _pool.Send("GetClientToken", new { ClientId = "machine", Secret = "machineSecret" }).GetProperty("ClientAuthenticationResult");

        (result.GetProperty("TokenType").GetString(), result.GetProperty("ExpiresIn").GetInt32()).ShouldBe(("Bearer", 3600));
        var claims = PoolUnderTest.Claims(result.GetProperty("AccessToken").GetString()!);
        claims.EnumerateObject().Select(claim => claim.Name).ShouldBe(["sub", "token_use", "scope", "auth_time", "iss", "exp", "iat", "version", "jti", "client_id"]);
        var now = _pool.Clock.GetUtcNow().ToUnixTimeSeconds();
        claims.GetProperty("sub").GetString().ShouldBe("machine");
        claims.GetProperty("client_id").GetString().ShouldBe("machine");
        claims.GetProperty("token_use").GetString().ShouldBe("access");
        claims.GetProperty("version").GetInt32().ShouldBe(2);
        claims.GetProperty("iss").GetString().ShouldBe(_pool.Pool.Issuer);
        (claims.GetProperty("auth_time").GetInt64(), claims.GetProperty("iat").GetInt64(), claims.GetProperty("exp").GetInt64()).ShouldBe((now, now, now + 3600));
        claims.GetProperty("scope").GetString().ShouldBe("orders/read orders/write", "without requested scopes, all its scopes");
    }

    [Fact]
    public void A_token_has_the_requested_scopes()
    {
        Scope("orders/write").ShouldBe("orders/write");
        Scope().ShouldBe("orders/read orders/write");
        foreach (var scope in (string[])["orders/delete", "invoices/read", "aws.cognito.signin.user.admin"])
        {
            _pool.Refusal("GetClientToken", new { ClientId = "machine", Secret = "machineSecret", Scopes = (string[])["orders/read", scope] }).ShouldStartWith("InvalidParameterException");
        }
    }

    [Theory]
    [InlineData("machine", "wrong", Refused)]
    [InlineData("confidential", PoolUnderTest.Secret, Refused)]
    [InlineData("1localpublicclient00000002", "any", Refused)]
    [InlineData("nobody", "any", "ResourceNotFoundException: User pool client nobody does not exist.")]
    public void A_wrong_secret_and_a_client_for_users_are_refused(string clientId, string secret, string refusal) =>
        _pool.Refusal("GetClientToken", new { ClientId = clientId, Secret = secret }).ShouldBe(refusal);

    [Fact]
    public void Users_cannot_sign_in_with_a_machine_client()
    {
        _pool.AddJane();

        foreach (var flow in (string[])["USER_PASSWORD_AUTH", "USER_SRP_AUTH", "USER_AUTH", "CUSTOM_AUTH", "REFRESH_TOKEN_AUTH"])
        {
            _pool.Refusal("InitiateAuth", new { ClientId = "machine", AuthFlow = flow, AuthParameters = new { USERNAME = "jane" } }).ShouldBe($"InvalidParameterException: {flow} flow not enabled for this client");
        }
    }

    [Fact]
    public void The_token_of_a_machine_is_refused_by_operations_for_users()
    {
        var token = _pool.Send("GetClientToken", new { ClientId = "machine", Secret = "machineSecret" }).GetProperty("ClientAuthenticationResult").GetProperty("AccessToken").GetString();

        _pool.Refusal("GetUser", new { AccessToken = token }).ShouldBe("NotAuthorizedException: Access Token does not have required scopes");
    }

    [Fact]
    public void Both_secrets_work_during_a_rotation()
    {
        using var pool = new PoolUnderTest(options =>
        {
            WithMachine(options);
            options.MachineClient!.ClientSecrets = ["old", "new"];
        });

        foreach (var secret in (string[])["old", "new"]) pool.Send("GetClientToken", new { ClientId = "machine", Secret = secret });
    }

    public static TheoryData<string, Action<LocalCognitoOptions>> Faults => new()
    {
        { "MachineClient:ClientId must differ from the others.", options => options.MachineClient!.ClientId = "confidential" },
        { "MachineClient:ExplicitAuthFlows must be ALLOW_CLIENT_TOKEN_AUTH.", options => options.MachineClient!.ExplicitAuthFlows = [] },
        { "ExplicitAuthFlows: ALLOW_CLIENT_TOKEN_AUTH goes with no other flow.", options => options.Client.ExplicitAuthFlows = ["ALLOW_CLIENT_TOKEN_AUTH", "ALLOW_USER_PASSWORD_AUTH"] },
        { "ExplicitAuthFlows: ALLOW_CLIENT_TOKEN_AUTH needs a client secret.", options => options.MachineClient!.GenerateSecret = false },
        { "AllowedOAuthScopes takes scopes of Pool:ResourceServers.", options => options.MachineClient!.AllowedOAuthScopes = ["orders/delete"] },
        { "Pool:ResourceServers must have an Identifier and Scopes.", options => options.Pool.ResourceServers.Add(new ResourceServerOptions { Identifier = "empty" }) },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void Machine_settings_that_Cognito_would_refuse_are_refused(string fault, Action<LocalCognitoOptions> change) => Should.Throw<OptionsValidationException>(() => new PoolUnderTest(options =>
    {
        WithMachine(options);
        options.MachineClient!.ClientSecrets = [];
        change(options);
    })).Message.ShouldBe($"LocalCognito: {fault}");

    public void Dispose() => _pool.Dispose();

    private static void WithMachine(LocalCognitoOptions options)
    {
        options.Pool.ResourceServers = [new ResourceServerOptions { Identifier = "orders", Scopes = ["read", "write"] }];
        options.MachineClient = new AppClientOptions { ClientId = "machine", ClientSecrets = ["machineSecret"], ExplicitAuthFlows = ["ALLOW_CLIENT_TOKEN_AUTH"], AllowedOAuthScopes = ["orders/read", "orders/write"] };
    }

    private string? Scope(params string[] scopes) => PoolUnderTest.Claims(
        _pool.Send("GetClientToken", new { ClientId = "machine", Secret = "machineSecret", Scopes = scopes }).GetProperty("ClientAuthenticationResult").GetProperty("AccessToken").GetString()!)
        .GetProperty("scope").GetString();
}
