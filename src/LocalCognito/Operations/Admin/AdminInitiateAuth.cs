using CognitoAuth.LocalCognito.AuthFlows;

namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record AdminInitiateAuthRequest(
    string UserPoolId,
    string ClientId,
    string AuthFlow,
    IReadOnlyDictionary<string, string>? AuthParameters,
    string? Session,
    IReadOnlyDictionary<string, string>? ClientMetadata,
    ContextDataType? ContextData);

internal sealed class AdminInitiateAuth : SignedOperation<AdminInitiateAuthRequest>
{
    protected override object Execute(LocalUserPool pool, AdminInitiateAuthRequest request)
    {
        pool.RequireId(request.UserPoolId);
        var client = pool.Client(request.ClientId);
        var flow = AuthFlowTable.Find(request.AuthFlow);
        if (flow is null || !client.Allows(flow.Name)) throw CognitoException.InvalidParameter("Auth flow not enabled for this client");
        return flow.Start(new AuthFlowStart(pool, client, request.AuthParameters, request.Session, request.ClientMetadata, IsAdministrative: true));
    }
}
