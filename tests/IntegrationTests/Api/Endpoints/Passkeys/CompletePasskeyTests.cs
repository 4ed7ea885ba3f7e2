using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.Tests.Shared;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Passkeys;

public sealed class CompletePasskeyTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    public static TheoryData<string, Forgery> Lies => new()
    {
        { "another challenge", new Forgery { Challenge = "AAAA" } },
        { "a page of another site", new Forgery { Origin = "https://evil.example" } },
        { "another domain under signature", new Forgery { RelyingPartyId = "example.com" } },
        { "no touch of the device", new Forgery { FlagsLeftOut = 1 } },
        { "a broken signature", new Forgery { BreaksSignature = true } },
    };

    [Theory]
    [InlineData(PasskeyAlgorithm.ES256, PasskeyAttestation.None)]
    [InlineData(PasskeyAlgorithm.RS256, PasskeyAttestation.PackedSelf)]
    public async Task A_registered_passkey_can_be_used_to_sign_in(PasskeyAlgorithm algorithm, PasskeyAttestation attestation)
    {
        var (name, tokens) = await SignedIn();
        using var device = new PasskeyDevice(algorithm, attestation);

        (await hidden.Api.RegisterPasskey(tokens.Access, device)).Status.ShouldBe(204);

        (await hidden.Api.PasskeyIds(tokens.Access)).ShouldBe([device.Id]);
        (await hidden.Api.Get("/v1/me/factors", tokens.Access)).Json.GetProperty("factors").EnumerateArray().Select(factor => factor.GetString()).ShouldContain("WEB_AUTHN");
        (await hidden.Api.AnswerWithPasskey(await hidden.Api.StartPasskeySignIn(name), device)).Member("status").ShouldBe("signed_in");
    }

    [Theory]
    [MemberData(nameof(Lies), DisableDiscoveryEnumeration = true)]
    public async Task A_passkey_that_is_not_genuine_is_rejected(string what, Forgery forgery)
    {
        var (_, tokens) = await SignedIn();
        using var device = new PasskeyDevice(attestation: PasskeyAttestation.PackedSelf);

        var response = await hidden.Api.RegisterPasskey(tokens.Access, device, forgery);

        response.ShouldBeProblem(400, "passkey_rejected");
        (await hidden.Api.PasskeyIds(tokens.Access)).ShouldBeEmpty(what);
    }

    [Fact]
    public async Task An_algorithm_that_was_not_requested_and_invalid_credentials_are_rejected()
    {
        var (_, tokens) = await SignedIn();
        using var device = new PasskeyDevice(PasskeyAlgorithm.ES384);

        (await hidden.Api.RegisterPasskey(tokens.Access, device)).ShouldBeProblem(400, "passkey_rejected");
        (await hidden.Api.Post("/v1/me/passkeys/complete", new { credential = new { id = "AAAA" } }, tokens.Access)).ShouldBeProblem(400, "passkey_rejected");
        (await hidden.Api.Post("/v1/me/passkeys/complete", new { credential = "text" }, tokens.Access)).ShouldBeProblem(400, "validation_failed");
        (await hidden.Api.Post("/v1/me/passkeys/complete", new { }, tokens.Access)).ShouldBeProblem(400, "validation_failed");
    }

    [Fact]
    public async Task The_same_passkey_is_rejected_a_second_time()
    {
        var (_, tokens) = await SignedIn();
        using var device = new PasskeyDevice();
        await hidden.Api.RegisterPasskey(tokens.Access, device);

        (await hidden.Api.RegisterPasskey(tokens.Access, device)).ShouldBeProblem(400, "passkey_rejected");
        (await hidden.Api.RegisterPasskey((await SignedIn()).Tokens.Access, device)).ShouldBeProblem(400, "passkey_rejected");
    }

    [Fact]
    public async Task Registration_of_a_passkey_requires_a_token() => (await hidden.Api.Post("/v1/me/passkeys/complete", new { credential = new { } })).ShouldBeProblem(401, "invalid_token");

    private async Task<(string Name, Tokens Tokens)> SignedIn()
    {
        var name = hidden.Api.Cognito.Pool.Add();
        return (name, await hidden.Api.SignIn(name));
    }
}
