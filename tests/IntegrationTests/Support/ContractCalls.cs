using System.Text.Json.Nodes;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>Calls any operation of the contract, with an access token where the operation accepts one.</summary>
/// <param name="api">The API.</param>
public sealed class ContractCalls(TestApi api)
{
    private string? _bearer;
    private bool _mayHaveEnded;

    /// <summary>Signs a user in if the operation accepts a token and there is no valid one.</summary>
    public async Task Prepare(ContractOperation operation)
    {
        if (!operation.AcceptsBearer) return;
        if (_mayHaveEnded && (await api.Get("/v1/auth/session", _bearer)).Status != 200) _bearer = null;
        _mayHaveEnded = false;
        _bearer ??= (await api.SignIn(api.Cognito.Pool.Add())).Access;
    }

    /// <summary>Sends a body, as a signed-in user.</summary>
    public async Task<ApiResponse> Send(ContractOperation operation, JsonNode? body)
    {
        await Prepare(operation);
        if (!operation.AcceptsBearer) return await api.Send(operation.Method, operation.FilledPath, body, bearer: null);
        // Many operations end the session, some of them even when they fail.
        _mayHaveEnded = true;
        return await api.Send(operation.Method, operation.FilledPath, body, _bearer);
    }
}
