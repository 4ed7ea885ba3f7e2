namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation ListUserSessionsOperation = new(RetryClass.Read, QuotaCategory.UserResourceRead, AuthErrors.InvalidToken);

    public Task<Result<UserSessionPage>> ListUserSessions(Secret accessToken, string? nextToken, CancellationToken cancellationToken) => Call(
        ListUserSessionsOperation,
        token => client.ListUserSessionsAsync(new ListUserSessionsRequest { AccessToken = accessToken.Reveal(), NextToken = nextToken }, token),
        response => Result<UserSessionPage>.Of(new UserSessionPage([.. (response.Sessions ?? []).Select(UserSession)], response.NextToken)),
        cancellationToken);

    private static UserSession UserSession(SessionDescriptionType session) => new(
        session.SessionId ?? "",
        session.IsCurrentSession is true,
        session.ClientId,
        session.CreateDate,
        session.LastActiveDate,
        session.DeviceType,
        session.LastIPAddress,
        session.LastLocation?.City,
        session.LastLocation?.Country);
}
