using System.Text.Json.Nodes;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>Calls any operation of the contract, with an access token where it takes one.</summary>
/// <param name="api">The API.</param>
public sealed class ContractCalls(TestApi api)
{
    private string? _bearer;

    /// <summary>Signs a user in, if the operation takes a token and there is none.</summary>
    public async Task Prepare(ContractOperation operation)
    {
        if (operation.TakesBearer) _bearer ??= (await api.SignIn(api.Cognito.Pool.Add())).Access;
    }

    /// <summary>Sends a body, as a signed-in user.</summary>
    public async Task<Answer> Send(ContractOperation operation, JsonNode? body)
    {
        await Prepare(operation);
        var answer = await api.Send(operation.Method, operation.FilledPath, body, operation.TakesBearer ? _bearer : null);
        // What succeeded may have ended the session, and a refused token may be one that has ended.
        if (answer.Status is < 300 or 401) _bearer = null;
        return answer;
    }
}
