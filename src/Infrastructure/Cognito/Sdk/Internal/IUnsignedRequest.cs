namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>
/// A request that goes out without AWS credentials: Cognito authorizes it by client id, token or session. Requests without this marker are signed,
/// so a forgotten marker fails closed.
/// </summary>
internal interface IUnsignedRequest;
