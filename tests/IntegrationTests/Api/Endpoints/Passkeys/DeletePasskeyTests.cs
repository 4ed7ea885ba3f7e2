using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.Tests.Shared;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Passkeys;

public sealed class DeletePasskeyTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Fact]
    public async Task A_deleted_passkey_can_no_longer_be_used_to_sign_in()
    {
        var name = hidden.Api.Cognito.Pool.Add();
        var tokens = await hidden.Api.SignIn(name);
        using var lost = new PasskeyDevice();
        using var kept = new PasskeyDevice();
        await hidden.Api.RegisterPasskey(tokens.Access, lost);
        await hidden.Api.RegisterPasskey(tokens.Access, kept);
        var underWay = await hidden.Api.StartPasskeySignIn(name);

        (await Delete(lost.Id, tokens.Access)).Status.ShouldBe(204);

        (await hidden.Api.PasskeyIds(tokens.Access)).ShouldBe([kept.Id]);
        (await hidden.Api.AnswerWithPasskey(underWay, lost)).ShouldBeProblem(401, "invalid_credentials");
        (await hidden.Api.AnswerWithPasskey(await hidden.Api.StartPasskeySignIn(name), kept)).Status.ShouldBe(200);
        (await Delete(lost.Id, tokens.Access)).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task The_passkey_of_another_user_is_not_found()
    {
        var owner = await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add());
        using var device = new PasskeyDevice();
        await hidden.Api.RegisterPasskey(owner.Access, device);

        (await Delete(device.Id, (await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add())).Access)).ShouldBeProblem(404, "not_found");
        (await hidden.Api.PasskeyIds(owner.Access)).ShouldBe([device.Id]);
    }

    [Fact]
    public async Task Deletion_requires_a_valid_id_and_a_token()
    {
        (await Delete("a%20b", (await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add())).Access)).ShouldBeProblem(400, "validation_failed");
        (await Delete("an-id", bearer: null)).ShouldBeProblem(401, "invalid_token");
    }

    private Task<ApiResponse> Delete(string id, string? bearer) => hidden.Api.Send(HttpMethod.Delete, $"/v1/me/passkeys/{id}", body: null, bearer);
}
