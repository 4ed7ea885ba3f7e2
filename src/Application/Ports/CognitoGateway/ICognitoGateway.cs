namespace CognitoAuth.Application.Ports;

/// <summary>
/// The user pool, one member per Cognito operation and one file per member. Each returns the specific error (<c>docs/errors.md</c>); what of it is revealed is the flow's decision.
/// Every one can fail with the <c>upstream_*</c> errors, and those that must not be repeated with <c>outcome_unknown</c>.
/// </summary>
public partial interface ICognitoGateway;
