namespace CognitoAuth.Application.Ports;

/// <summary>
/// The user pool, one member per Cognito operation and one file per member. Each answers the specific error (<c>docs/errors.md</c>); what may be told of it is the flow's decision.
/// Every one can fail with the <c>upstream_*</c> errors, and those that must not be repeated with <c>outcome_unknown</c>.
/// </summary>
public partial interface ICognitoGateway;
