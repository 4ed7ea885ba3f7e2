using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>SignUp</c>: creates an account and sends its code.</summary>
    Task<Result<SignUpOutcome>> SignUp(
        string username,
        Secret password,
        IReadOnlyDictionary<string, string>? attributes,
        IReadOnlyDictionary<string, string>? validationData,
        CancellationToken cancellationToken);
}
