using CognitoAuth.LocalCognito.AuthFlows;

namespace CognitoAuth.LocalCognito.Operations.SignIn;

internal sealed record InitiateAuthRequest(
    string AuthFlow,
    IReadOnlyDictionary<string, string>? AuthParameters,
    string ClientId,
    string? Session,
    IReadOnlyDictionary<string, string>? ClientMetadata);

internal sealed class InitiateAuth : PublicOperation<InitiateAuthRequest>
{
    protected override object Execute(LocalUserPool pool, InitiateAuthRequest request)
    {
        var client = pool.Client(request.ClientId);
        var flow = AuthFlowTable.Find(request.AuthFlow);
        if (flow is { IsForAdministrators: true }) throw CognitoException.InvalidParameter("Initiate Auth method not supported.");
        if (flow is null || !client.Allows(flow.Name)) throw CognitoException.InvalidParameter($"{request.AuthFlow} flow not enabled for this client");
        return flow.Start(new AuthFlowStart(pool, client, request.AuthParameters, request.Session, request.ClientMetadata, IsAdministrative: false));
    }
}
